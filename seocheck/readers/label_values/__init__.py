"""What the values of label lines say, without what is around them."""
