using System.Globalization;
using System.Text;

namespace Covet.Infrastructure;

/// <summary>Writes one statement. The only place where SQL is assembled; what it writes depends on no value.</summary>
public sealed partial class SqlWriter
{
    private static readonly string[] ParameterNames = [.. Enumerable.Range(0, 64).Select(Name)];

    /// <summary>How deep expressions nest at most. SQLite takes 1,000 levels of its own, of which one here makes up to three; PostgreSQL's stack ends later.</summary>
    private const int DeepestNesting = 250;

    /// <summary>How many parameters a statement takes on every database: SQLite ends first, at 32,766.</summary>
    private const int MostParameters = 32_000;

    private readonly Database? _database;
    private readonly List<IParameterSource> _sources = [];
    private StringBuilder _text = StatementTexts.Rent();
    private TableScope?[] _scopes = new TableScope?[4];
    private RelationKeys? _keys;
    private CommonTables? _commonTables;
    private GroupedKeys? _groupKeys;
    private GroupedColumns? _grouped;
    private SqlFunctions _allowed = SqlFunctions.All;
    private int _aliases;
    private int _commonTableUses;
    private int _aggregates;
    private int _functions;
    private int _nesting;

    internal SqlWriter(Database database) : this(database.Dialect) => _database = database;

    internal SqlWriter(SqlDialect dialect) => Dialect = dialect;

    /// <summary>How this database spells SQL.</summary>
    public SqlDialect Dialect { get; }

    internal int Position => _text.Length;

    /// <summary>How many decimals were compared by number so far.</summary>
    internal int DecimalCollations { get; private set; }

    /// <summary>Writes text that was a constant when the program was compiled.</summary>
    public void Append(string sql) => _text.Append(sql);

    /// <inheritdoc cref="Append(string)"/>
    public void Append(ReadOnlySpan<char> sql) => _text.Append(sql);

    /// <summary>Writes a whole number that isn't a value: a count of columns, an ordinal.</summary>
    public void Append(int number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");

    /// <summary>Writes an expression as it stands.</summary>
    public void Append(SqlExpression expression)
    {
        if (!WriteGroupKey(expression))
            Nested(expression);
    }

    /// <summary>Writes a value: a parameter.</summary>
    public void Value<T>(T value) => Append(new Value<T>(value));

    internal void Insert(int position, string sql) => _text.Insert(position, sql);

    /// <summary>Writes an expression as an operand: in parentheses where it needs them.</summary>
    public void Operand(SqlExpression operand)
    {
        if (WriteGroupKey(operand))
            return;
        if (operand.IsCompound)
            _text.Append('(');
        Ungrouped(operand);
        if (operand.IsCompound)
            _text.Append(')');
        if (operand is Expr<decimal> or Expr<decimal?>)
        {
            _text.Append(Dialect.DecimalCollation);
            DecimalCollations++;
        }
    }

    /// <summary>Writes an expression as a value that needs no parentheses: a condition that may be NULL as true or false.</summary>
    public void Argument(SqlExpression argument)
    {
        if (!WriteGroupKey(argument))
            Ungrouped(argument);
    }

    /// <summary>Writes an expression that is a part of another one.</summary>
    /// <exception cref="InvalidOperationException">It is one level too deep.</exception>
    internal void Nested(SqlExpression part)
    {
        if (_nesting == DeepestNesting)
        {
            throw new InvalidOperationException(
                $"An expression nests more than {DeepestNesting} levels deep, which not every database takes. Conditions may be combined without end by && and by ||, " +
                "values listed by In; for other long expressions select their parts, and go on from the subquery that AsSubquery makes of them.");
        }
        _nesting++;
        part.Write(this);
        _nesting--;
    }

    /// <summary>Writes expressions with commas between them.</summary>
    internal void Arguments(ReadOnlySpan<SqlExpression> arguments)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            if (i > 0)
                _text.Append(", ");
            Argument(arguments[i]);
        }
    }

    /// <summary>Writes a term of ORDER BY, NULL as the smallest value.</summary>
    internal void OrderTerm(SqlExpression term, bool descending)
    {
        Operand(term);
        if (descending)
            _text.Append(" DESC");
        if (term.ValueCanBeNull)
            _text.Append(Dialect.NullOrder(descending));
    }

    /// <summary>Writes LIMIT and OFFSET, where there are any.</summary>
    internal void Limit(int? skip, int? take)
    {
        if (skip is not null || take is not null)
            Dialect.WriteLimit(this, skip, take);
    }

    /// <summary>Writes the name of a selected expression.</summary>
    internal void AppendName(string quoted) => _text.Append(" AS ").Append(quoted);

    /// <summary>Writes the names of a table's columns in parentheses, where it has names of its own.</summary>
    internal void AppendNames(string[]? quoted)
    {
        if (quoted is not null)
            _text.Append(" (").AppendJoin(", ", quoted).Append(')');
    }

    /// <summary>Writes FROM and what follows it, of a query whose rows alone matter.</summary>
    internal void RowsOf(SelectQuery query)
    {
        DemandSameDatabase(query.Database!, query.RowName);
        var outer = EnterRows();
        var select = new SelectBuilder(this, query);
        select.From();
        if (query.IsLimited)
            select.Order(always: false);
        select.Limit();
        select.Joins();
        Leave(outer);
    }

    internal void Parameter(IParameterSource source)
    {
        _text.Append('@').Append(NextName(source));
    }

    internal void ListTest(SqlExpression left, IParameterSource values) => ListTest([left], values);

    internal void ListTest(SqlExpression[] left, IParameterSource values)
        => Dialect.WriteListTest(this, (writer, i) => writer.Operand(left[i]), left.Length, NextName(values));

    /// <summary>Writes the test that a relation's columns are among the keys.</summary>
    internal void KeyTest(string alias, string[] columns, RelationKeys keys)
    {
        string name = "keys";
        if (_keys is null || _keys == keys)
            _keys = keys;
        else
            name = NextName(keys);
        Dialect.WriteListTest(this, (writer, i) => writer._text.Append(alias).Append('.').Append(columns[i]), columns.Length, name);
    }

    /// <summary>The name of a statement's parameter, from 0 on.</summary>
    internal static string ParameterName(int number) => number < ParameterNames.Length ? ParameterNames[number] : Name(number);

    internal string NewAlias() => $"t{_aliases++}";

    /// <summary>Starts a SELECT whose rows aren't grouped.</summary>
    /// <returns>What <see cref="Leave"/> takes.</returns>
    internal GroupedKeys? EnterRows()
    {
        var outer = _groupKeys;
        _groupKeys = null;
        return outer;
    }

    /// <summary>Starts a SELECT whose rows are grouped.</summary>
    /// <returns>What <see cref="Leave"/> takes.</returns>
    internal GroupedKeys? EnterGroups()
    {
        var outer = _groupKeys;
        _groupKeys = new GroupedKeys([]);
        return outer;
    }

    /// <summary>Ends a SELECT.</summary>
    internal void Leave(GroupedKeys? outer) => _groupKeys = outer;

    /// <summary>Keeps the text of a grouped expression: where it is selected, the same parameters make it the same expression.</summary>
    /// <param name="key">The expression.</param>
    /// <param name="columns">Takes the columns that it makes the same for all rows of a group.</param>
    internal void KeepGroupKey(SqlExpression key, GroupedColumns columns)
    {
        if (key.IsModel)
        {
            _grouped = columns;
            Aside(key.WriteGroupKey);
            _grouped = null;
            return;
        }
        string text = Aside(key.WriteGroupKey);
        bool isCollated = key is Expr<decimal> or Expr<decimal?>;
        columns.Add(isCollated ? text[..^Dialect.DecimalCollation.Length] : text);
        if (key.Bare is not IColumn)
            _groupKeys!.Keys.Add((key.Bare, text));
    }

    /// <summary>Writes the name of a common table expression, and the expression itself in front of the statement when it is met first.</summary>
    internal void CommonTable(RowSource source, string? name, bool isRecursive, Action<SqlWriter> write)
    {
        _commonTableUses++;
        _commonTables ??= new CommonTables();
        if (!_commonTables.TryGetName(source, out string? quoted))
        {
            quoted = _commonTables.Add(source, name ?? $"covet_{NewAlias()}");
            // It stands outside all queries: no column of theirs may slip into it.
            var (scopes, groupKeys, aggregates) = (_scopes, _groupKeys, _aggregates);
            (_scopes, _groupKeys, _aggregates) = (new TableScope?[4], null, 0);
            _commonTables.Complete(quoted + Aside(write), isRecursive);
            (_scopes, _groupKeys, _aggregates) = (scopes, groupKeys, aggregates);
        }
        _text.Append(quoted);
    }

    /// <summary>Demands that what was written since a position reads no table that is called like the common table expression that it belongs to.</summary>
    internal void DemandOtherTables(string name, int since)
    {
        string text = _text.ToString(since, _text.Length - since);
        string table = $"{SqlDialect.Quote(name)} AS t";
        if (text.Contains($" {table}", StringComparison.OrdinalIgnoreCase) || text.Contains($"({table}", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException($"A common table expression is called '{name}' like a table that it reads, so whatever else reads that table would get its rows. Give it another name.");
    }

    /// <summary>Demands that a subquery asks the database that the statement is sent to.</summary>
    internal void DemandSameDatabase(SelectBody body) => DemandSameDatabase(body.Database, body.RowName);

    internal void DemandSameDatabase(Database database, string rows)
    {
        if (_database is not null && database.Session.Provider != _database.Session.Provider)
            throw new InvalidOperationException($"A query of {rows} asks another database than the query that it is a part of. Load its rows first, and use In with their values.");
    }

    internal Statement ToStatement(string? tag = null)
    {
        if (_commonTables is not null)
            _text.Insert(0, _commonTables.ToSql());
        if (tag is not null)
            _text.Insert(0, tag);
        var statement = new Statement(StatementTexts.TextOf(_text), new RenderedParameters(_keys, [.. _sources]));
        StatementTexts.Return(_text);
        return statement;
    }

    /// <summary>Writes into a text of its own.</summary>
    private string Aside(Action<SqlWriter> write)
    {
        var text = _text;
        _text = new StringBuilder();
        write(this);
        string aside = _text.ToString();
        _text = text;
        return aside;
    }

    private bool WriteGroupKey(SqlExpression expression)
    {
        if (_groupKeys is null)
            return false;
        foreach (var (key, text) in _groupKeys.Keys)
        {
            if (!key.SameAs(expression.Bare))
                continue;
            _text.Append(text);
            return true;
        }
        return false;
    }

    /// <summary>Writes an expression that no grouped one stands for: a condition that may be NULL as true or false.</summary>
    private void Ungrouped(SqlExpression expression)
    {
        if (expression.CanBeNull == expression.ValueCanBeNull)
        {
            Nested(expression);
            return;
        }
        _text.Append('(');
        Nested(expression);
        _text.Append(") IS TRUE");
    }

    private string NextName(IParameterSource source)
    {
        if (_sources.Count == MostParameters)
        {
            throw new InvalidOperationException(
                $"A statement has more than {MostParameters:N0} values, which not every database takes. A list of values is one parameter: compare with In.");
        }
        string name = ParameterName(_sources.Count);
        _sources.Add(source);
        return name;
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number}");

    /// <summary>The grouped expressions of a SELECT that may hold values, with their text.</summary>
    internal sealed record GroupedKeys(List<(SqlExpression Key, string Text)> Keys);

    private sealed class RenderedParameters(SqlParameters? keys, IParameterSource[] sources) : SqlParameters
    {
        public override void BindTo(ParameterBinder binder)
        {
            keys?.BindTo(binder);
            int i = 0;
            try
            {
                for (; i < sources.Length; i++)
                    sources[i].Bind(binder, ParameterName(i));
            }
            catch (InvalidValueException exception) when (exception.Member is null && sources[i].Meant is { } column)
            {
                throw exception.For(column.Path.Model, column.Info);
            }
        }
    }
}
