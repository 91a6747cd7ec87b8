using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Covet.Infrastructure;

namespace Covet;

/// <summary>Takes an interpolated string apart into SQL text and parameters, so that no value ever becomes text.</summary>
[InterpolatedStringHandler]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SqlInterpolatedStringHandler
{
    private readonly List<SqlExpression> _parts;

    /// <summary>Called by the compiler.</summary>
    /// <param name="literalLength">The number of characters outside holes.</param>
    /// <param name="formattedCount">The number of holes.</param>
    public SqlInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        _ = literalLength;
        _parts = new List<SqlExpression>((formattedCount * 2) + 1);
    }

    /// <summary>Called by the compiler for the text between holes.</summary>
    public void AppendLiteral([ConstantExpected] string value) => _parts.Add(new RawExpression.Text(value));

    /// <summary>A column, an expression, another raw expression: its SQL.</summary>
    [OverloadResolutionPriority(3)]
    public void AppendFormatted(SqlExpression value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _parts.Add(value);
    }

    /// <summary>A text: one parameter.</summary>
    [OverloadResolutionPriority(2)]
    public void AppendFormatted(string? value) => _parts.Add(new Value<string?>(value));

    /// <summary>Bytes: one parameter.</summary>
    [OverloadResolutionPriority(2)]
    public void AppendFormatted(byte[]? value) => _parts.Add(new Value<byte[]?>(value));

    /// <summary>A list of values: one list parameter, as PostgreSQL's <c>= ANY({ids})</c> and SQLite's <c>IN (SELECT value FROM json_each({ids}))</c> take it.</summary>
    [OverloadResolutionPriority(1)]
    public void AppendFormatted<T>(IEnumerable<T> value)
    {
        DemandStored<T>();
        _parts.Add(new ListValue<T>([.. value]));
    }

    /// <summary>A query isn't a value.</summary>
    [Obsolete("A query can't stand in raw SQL. Write the subquery as text, or use the query's own In and Exists.", error: true)]
    [OverloadResolutionPriority(4)]
    public void AppendFormatted(SelectQuery value) => throw new InvalidOperationException("A query can't stand in raw SQL.");

    /// <summary>A selection isn't a value.</summary>
    [Obsolete("A selection can't stand in raw SQL as it is. Write its AsExpression() for one value, or use the query's own In.", error: true)]
    [OverloadResolutionPriority(4)]
    public void AppendFormatted<T>(Selection<T> value) => throw new InvalidOperationException("A selection can't stand in raw SQL.");

    /// <summary>Any other value: one parameter.</summary>
    public void AppendFormatted<T>(T value)
    {
        DemandStored<T>();
        _parts.Add(new Value<T>(value));
    }

    internal RawExpression ToExpression() => RawExpression.Of([.. _parts]);

    internal Statement ToStatement(SqlDialect dialect)
    {
        var writer = new SqlWriter(dialect);
        RawExpression.WriteParts(writer, _parts);
        return writer.ToStatement();
    }

    /// <summary>Raw SQL doesn't say which column a value meets, so how an enum is stored isn't known.</summary>
    private static void DemandStored<T>()
    {
        if ((Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)) is { IsEnum: true } type)
        {
            throw new NotSupportedException(
                $"{type.Name} is an enum, and raw SQL doesn't say how its column is stored: cast it, {{(int)kind}}, or for a [Text] column write {{kind.ToString()}}.");
        }
    }

    private sealed class ListValue<T>(T[] values) : SqlExpression, IParameterSource
    {
        internal override void Write(SqlWriter writer) => writer.Parameter(this);

        void IParameterSource.Bind(ParameterBinder binder, string name) => ValueMapping<T>.Default.BindList(binder, name, values);
    }
}
