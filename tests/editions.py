"""A small edition to build, to change and to build again."""

import shutil
from pathlib import Path

from tei_edition.build import Manner, build
from tei_edition.project import Project
from tei_edition.resources import packaged

HEADER = """<teiHeader><fileDesc><titleStmt><title xml:lang="en">{title}</title></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>{more}</teiHeader>"""
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}" xml:lang="en">{header}{rest}</TEI>\n'
PREFIXES = """<encodingDesc><listPrefixDef><prefixDef ident="person" matchPattern="(.+)"
replacementPattern="registers/persons.xml#$1"><p/></prefixDef></listPrefixDef></encodingDesc>"""
TEXT = """<text><body><div type="original" xml:lang="en"><p>
<s xml:id="en-s1"><persName ref="person:{person}">Somebody</persName> came.</s>
<s xml:id="en-s2">See <ref target="{target}">there</ref>.</s></p></div></body></text>"""
PERSON = '<person xml:id="{id}"><persName xml:lang="en">{name}</persName><note>{note}</note></person>'
LINKS = """<standOff><linkGrp type="parallel"><link target="{target}"/></linkGrp></standOff>"""


class Edition:
    """A small edition, of which one value after the other can be changed."""

    def __init__(self, root: Path) -> None:
        self.project = Project(root)
        self.title = "An edition"
        self.persons = {"lee": ("Lee", "A clerk."), "poe": ("Poe", "Of Lee's.")}
        self.documents = {
            "a": ("First", "lee", "b.xml#en-s1"),
            "b": ("Second", "poe", "#en-s1"),
            "c": ("Third", "lee", "https://example.org/"),
        }
        self.links = "documents/a.xml#en-s1 documents/b.xml#en-s1"
        self.label = ""

    def write(self) -> None:
        tei = self.project.tei
        shutil.rmtree(tei, ignore_errors=True)
        for folder in ("documents", "registers", "sources"):
            (tei / folder).mkdir(parents=True)
        header = HEADER.format(title=self.title, more=PREFIXES)
        self._put(tei / "edition.xml", header, "<text><body><p/></body></text>")
        people = "".join(PERSON.format(id=i, name=n, note=t) for i, (n, t) in self.persons.items())
        header = HEADER.format(title="Persons", more="")
        rest = f"<standOff><listPerson>{people}</listPerson></standOff>"
        self._put(tei / "registers" / "persons.xml", header, rest)
        for name, (title, person, target) in self.documents.items():
            header = HEADER.format(title=title, more="")
            text = TEXT.format(person=person, target=target)
            self._put(tei / "documents" / f"{name}.xml", header, text)
        if self.links:
            header = HEADER.format(title="Links", more="")
            self._put(tei / "alignments.xml", header, LINKS.format(target=self.links))
        (tei / "sources" / "a.txt").write_text(self.title, "utf-8")
        own = self.project.root / "xslt" / "lib" / "text.xsl"
        own.parent.mkdir(parents=True, exist_ok=True)
        text = (packaged("xslt") / "lib" / "text.xsl").read_text("utf-8")
        own.write_text(text.replace("</xsl:stylesheet>", f"<!--{self.label}--></xsl:stylesheet>"), "utf-8")

    @staticmethod
    def _put(file: Path, header: str, rest: str) -> None:
        file.write_text(TEI.format(id=file.stem, header=header, rest=rest), "utf-8")

    def build(self, kinds: tuple[str, ...] = ("html",), **manner: int) -> dict[str, str]:
        """Write and build; give the files that were made again, with the reasons."""
        self.write()
        return build(self.project, kinds, despite_findings=True, manner=Manner(**manner)).remade
