"""What all readers do with blocks of text: captions, breadcrumbs, tables of contents, bold beginnings."""
