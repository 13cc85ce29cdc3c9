"""Prove that all that one RELAX NG schema allows, another allows too."""

from tei_edition.subset.proof import Counterexample, Proof, Unproved, prove

__all__ = ["Counterexample", "Proof", "Unproved", "prove"]
