"""MkDocs and its theme: the only folder that knows them."""
