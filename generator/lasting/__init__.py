"""What is published lasts: its addresses and anchors, and sums by which a copy can be checked."""
