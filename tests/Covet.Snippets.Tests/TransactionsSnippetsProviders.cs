namespace Covet.Snippets.Tests;

public sealed class SqliteTransactionsSnippetsWork() : TransactionsSnippetsWork(new SqliteDatabases());

public sealed class PostgresTransactionsSnippetsWork() : TransactionsSnippetsWork(new PostgresDatabases());

public sealed class SqliteTransactionsSnippetsOthers() : TransactionsSnippetsOthers(new SqliteDatabases());

public sealed class PostgresTransactionsSnippetsOthers() : TransactionsSnippetsOthers(new PostgresDatabases());
