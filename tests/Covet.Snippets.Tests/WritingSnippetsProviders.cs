namespace Covet.Snippets.Tests;

public sealed class SqliteWritingSnippetsRows() : WritingSnippetsRows(new SqliteDatabases());

public sealed class PostgresWritingSnippetsRows() : WritingSnippetsRows(new PostgresDatabases());

public sealed class SqliteWritingSnippetsConflicts() : WritingSnippetsConflicts(new SqliteDatabases());

public sealed class PostgresWritingSnippetsConflicts() : WritingSnippetsConflicts(new PostgresDatabases());

public sealed class SqliteWritingSnippetsSets() : WritingSnippetsSets(new SqliteDatabases());

public sealed class PostgresWritingSnippetsSets() : WritingSnippetsSets(new PostgresDatabases());

public sealed class SqliteWritingSnippetsModels() : WritingSnippetsModels(new SqliteDatabases());

public sealed class PostgresWritingSnippetsModels() : WritingSnippetsModels(new PostgresDatabases());
