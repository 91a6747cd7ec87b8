namespace Covet.Snippets.Tests;

public sealed class SqlitePrefetchingSnippetsLevels() : PrefetchingSnippetsLevels(new SqliteDatabases());

public sealed class PostgresPrefetchingSnippetsLevels() : PrefetchingSnippetsLevels(new PostgresDatabases());

public sealed class SqlitePrefetchingSnippetsMemory() : PrefetchingSnippetsMemory(new SqliteDatabases());

public sealed class PostgresPrefetchingSnippetsMemory() : PrefetchingSnippetsMemory(new PostgresDatabases());

public sealed class SqlitePrefetchingSnippetsReads() : PrefetchingSnippetsReads(new SqliteDatabases());

public sealed class PostgresPrefetchingSnippetsReads() : PrefetchingSnippetsReads(new PostgresDatabases());

public sealed class SqlitePrefetchingSnippetsShapes() : PrefetchingSnippetsShapes(new SqliteDatabases());

public sealed class PostgresPrefetchingSnippetsShapes() : PrefetchingSnippetsShapes(new PostgresDatabases());
