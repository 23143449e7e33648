"""DEC404: a principal that has not decided in time, or an approval that is not carried out."""
