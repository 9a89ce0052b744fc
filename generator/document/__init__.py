"""Report → format-neutral blocks: title, headings, paragraphs, table grids with spans, notes, signature.

Every decision about what is printed is taken here, once; the renderers only set it.
"""
