"""What the standards of news agencies mean: a document of one of them to an article.

In: a parsed document. Out: its row. Opens no file, follows no link and loads no
schema.
"""
