"""Show an edition in a browser while it is being written: what is saved is seen at once.

A *preview* makes the pages of the documents that were saved, and of those that are open in a browser, in a
process that keeps all stylesheets compiled. A build, as `edition build` makes it, follows in another process;
what it puts into `build/html` is the same bytes and takes the place of the preview.

    files ─▶ watch ─▶ session ─┬─▶ preview ─▶ site ─┐
                               └─▶ build ───────────┴─▶ app ─▶ browser
"""
