namespace Covet.Snippets.Tests;

public sealed class SqliteQueryingSnippetsConditions() : QueryingSnippetsConditions(new SqliteDatabases());

public sealed class PostgresQueryingSnippetsConditions() : QueryingSnippetsConditions(new PostgresDatabases());

public sealed class SqliteQueryingSnippetsTexts() : QueryingSnippetsTexts(new SqliteDatabases());

public sealed class PostgresQueryingSnippetsTexts() : QueryingSnippetsTexts(new PostgresDatabases());

public sealed class SqliteQueryingSnippetsValues() : QueryingSnippetsValues(new SqliteDatabases());

public sealed class PostgresQueryingSnippetsValues() : QueryingSnippetsValues(new PostgresDatabases());

public sealed class SqliteQueryingSnippetsShapes() : QueryingSnippetsShapes(new SqliteDatabases());

public sealed class PostgresQueryingSnippetsShapes() : QueryingSnippetsShapes(new PostgresDatabases());

public sealed class SqliteQueryingSnippetsGroups() : QueryingSnippetsGroups(new SqliteDatabases());

public sealed class PostgresQueryingSnippetsGroups() : QueryingSnippetsGroups(new PostgresDatabases());

public sealed class SqliteQueryingSnippetsJoins() : QueryingSnippetsJoins(new SqliteDatabases());

public sealed class PostgresQueryingSnippetsJoins() : QueryingSnippetsJoins(new PostgresDatabases());

public sealed class SqliteQueryingSnippetsPages() : QueryingSnippetsPages(new SqliteDatabases());

public sealed class PostgresQueryingSnippetsPages() : QueryingSnippetsPages(new PostgresDatabases());

public sealed class SqliteQueryingSnippetsSources() : QueryingSnippetsSources(new SqliteDatabases());

public sealed class PostgresQueryingSnippetsSources() : QueryingSnippetsSources(new PostgresDatabases());
