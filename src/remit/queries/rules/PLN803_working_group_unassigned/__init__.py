"""PLN803: a working group without purpose, goal or assignment."""
