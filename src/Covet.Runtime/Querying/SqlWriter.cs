using System.Globalization;
using System.Text;

namespace Covet.Infrastructure;

/// <summary>Writes one statement. The only place where SQL is assembled; what it writes depends on no value.</summary>
public sealed class SqlWriter
{
    private static readonly string[] ParameterNames = [.. Enumerable.Range(0, 64).Select(Name)];

    private readonly StringBuilder _text = new(256);
    private readonly List<IParameterSource> _sources = [];
    private TableScope?[] _scopes = new TableScope?[4];
    private SqlParameters? _keys;
    private int _aliases;
    private int _aggregates;

    internal SqlWriter(SqlDialect dialect) => Dialect = dialect;

    /// <summary>How this database spells SQL.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>The depth of the lambda whose rows are aggregated as a whole, so that its columns must stand in aggregates.</summary>
    internal int? WholeDepth { get; set; }

    internal int Position => _text.Length;

    /// <summary>Writes text that was a constant when the program was compiled.</summary>
    public void Append(string sql) => _text.Append(sql);

    /// <inheritdoc cref="Append(string)"/>
    public void Append(ReadOnlySpan<char> sql) => _text.Append(sql);

    /// <summary>Writes a whole number that isn't a value: a count of columns, an ordinal.</summary>
    public void Append(int number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");

    /// <summary>Writes an expression as it stands.</summary>
    public void Append(SqlExpression expression) => expression.Write(this);

    /// <summary>Writes a value: a parameter.</summary>
    public void Value<T>(T value) => Append(new Value<T>(value));

    internal void Insert(int position, string sql) => _text.Insert(position, sql);

    /// <summary>Writes an expression as an operand: in parentheses where it needs them.</summary>
    public void Operand(SqlExpression operand)
    {
        if (operand.IsCompound)
            _text.Append('(');
        Argument(operand);
        if (operand.IsCompound)
            _text.Append(')');
        if (operand is Expr<decimal> or Expr<decimal?>)
            _text.Append(Dialect.DecimalCollation);
    }

    /// <summary>Writes an expression as a value that needs no parentheses: a condition that may be NULL as true or false.</summary>
    public void Argument(SqlExpression argument)
    {
        if (argument.CanBeNull == argument.ValueCanBeNull)
            argument.Write(this);
        else
            Truth(argument);
    }

    /// <summary>Writes the key of the model at the end of a path, and the foreign key that leads there.</summary>
    internal void GroupKey(ColumnPath path)
    {
        Columns(Alias(path), Array.ConvertAll(path.Model.KeyArray, column => column.Quoted));
        if (path is not { Parent: { } parent, Via: { Link: null } via } || via is not IForwardRelation)
            return;
        _text.Append(", ");
        Columns(Alias(parent), via.ParentColumns);
    }

    internal void Parameter(IParameterSource source)
    {
        _text.Append('@').Append(NextName(source));
    }

    internal void ListTest(SqlExpression left, IParameterSource values) => ListTest([left], values);

    internal void ListTest(SqlExpression[] left, IParameterSource values)
        => Dialect.WriteListTest(this, (writer, i) => writer.Operand(left[i]), left.Length, NextName(values));

    /// <summary>Writes the test that a relation's columns are among the keys.</summary>
    internal void KeyTest(string alias, string[] columns, SqlParameters keys)
    {
        _keys = keys;
        Dialect.WriteListTest(this, (writer, i) => writer._text.Append(alias).Append('.').Append(columns[i]), columns.Length, "keys");
    }

    internal void BeginAggregate() => _aggregates++;

    internal void EndAggregate() => _aggregates--;

    internal string NewAlias() => $"t{_aliases++}";

    internal void Column(ColumnPath path, ColumnInfo column)
    {
        DemandAggregate(path, column.Quoted);
        // The foreign key holds the same value as the key that it points to: no join is needed to read it.
        if (path is { Parent: { } parent, Via: { Link: null } via } && via is IForwardRelation
            && Array.IndexOf(via.ChildColumns, column.Quoted) is >= 0 and var i)
        {
            _text.Append(Alias(parent)).Append('.').Append(via.ParentColumns[i]);
            return;
        }
        _text.Append(Alias(path)).Append('.').Append(column.Quoted);
    }

    internal void Column(ColumnPath path, string quoted)
    {
        DemandAggregate(path, quoted);
        _text.Append(Alias(path)).Append('.').Append(quoted);
    }

    /// <summary>Writes all columns of the model at the end of a path.</summary>
    internal void Columns(ColumnPath path)
    {
        if (path.Depth == WholeDepth)
        {
            throw new InvalidOperationException(
                $"{path.Model.Name} is selected where all rows become one: take Sql.Count() or another aggregate of its columns, or use Select to get all rows.");
        }
        Columns(Alias(path), path.Model);
    }

    internal void Columns(string alias, ModelInfo model)
    {
        var columns = model.ColumnArray;
        for (int i = 0; i < columns.Length; i++)
        {
            if (i > 0)
                _text.Append(", ");
            _text.Append(alias).Append('.').Append(columns[i].Quoted);
        }
    }

    internal void Columns(string alias, string[] quoted)
    {
        for (int i = 0; i < quoted.Length; i++)
        {
            if (i > 0)
                _text.Append(", ");
            _text.Append(alias).Append('.').Append(quoted[i]);
        }
    }

    /// <summary>Lets the lambda depth stand for a table while a clause is written; give the result back to <see cref="Unbind"/>.</summary>
    internal TableScope? Bind(int depth, TableScope scope)
    {
        if (depth >= _scopes.Length)
            Array.Resize(ref _scopes, depth + 4);
        var outer = _scopes[depth];
        _scopes[depth] = scope;
        return outer;
    }

    internal void Unbind(int depth, TableScope? outer) => _scopes[depth] = outer;

    internal Statement ToStatement() => new(_text.ToString(), new RenderedParameters(_keys, [.. _sources]));

    private void DemandAggregate(ColumnPath path, string quoted)
    {
        if (path.Depth != WholeDepth || _aggregates > 0)
            return;
        var column = Array.Find(path.Model.ColumnArray, column => column.Quoted == quoted);
        throw new InvalidOperationException(
            $"{path.Model.Name}.{column?.Property ?? quoted} is selected where all rows become one, but has many values: take one of them with " +
            "Sql.Max, Sql.Min, Sql.Sum, Sql.Avg or Sql.Count, or use Select to get them all.");
    }

    private void Truth(SqlExpression condition)
    {
        _text.Append('(');
        condition.Write(this);
        _text.Append(") IS TRUE");
    }

    private string Alias(ColumnPath path)
    {
        var scope = (path.Depth < _scopes.Length ? _scopes[path.Depth] : null) ?? throw new InvalidOperationException(
            $"A column of {path.Model.Name} stands in a query that it doesn't belong to. Use the parameter of the lambda it is written in.");
        return scope.AliasOf(this, path);
    }

    private string NextName(IParameterSource source)
    {
        string name = _sources.Count < ParameterNames.Length ? ParameterNames[_sources.Count] : Name(_sources.Count);
        _sources.Add(source);
        return name;
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number}");

    private sealed class RenderedParameters(SqlParameters? keys, IParameterSource[] sources) : SqlParameters
    {
        public override void BindTo(ParameterBinder binder)
        {
            keys?.BindTo(binder);
            for (int i = 0; i < sources.Length; i++)
                sources[i].Bind(binder, i < ParameterNames.Length ? ParameterNames[i] : Name(i));
        }
    }
}
