# Turns the snake_case names of chinook.pg.sql into the quoted PascalCase names of chinook.sqlite:
#   sed -E -f pascal-case.sed chinook.pg.sql > chinook.pascal.pg.sql
# Only statements that name tables and columns are touched, never a row: rows are indented and start with a parenthesis.

# Comments, rows and their closing line pass through.
/^(\/\*|\*| \*|   [A-Za-z]|  WARNING|           will|\*+)/b
/^    \(/b

# Mark each name: columns of CREATE TABLE, names in parentheses, names of tables.
s/^    ([a-z_]+) ([A-Z])/    <\1> \2/
s/^(CREATE TABLE|INSERT INTO|ALTER TABLE) ([a-z_]+)/\1 <\2>/
s/ (ON|REFERENCES) ([a-z_]+) \(/ \1 <\2> (/
/^(INSERT INTO|CREATE INDEX|    FOREIGN KEY|    CONSTRAINT)/ {
  :list
  s/([(,] ?)([a-z_]+)([,)])/\1<\2>\3/
  t list
}

# Write the marked names in PascalCase, in quotation marks.
:name
s/<([A-Za-z]+)_([a-z])/<\1\u\2/
t name
s/<([a-z])([A-Za-z]*)>/"\u\1\2"/g
