using Covet.Infrastructure;

namespace Covet;

/// <summary>Values inside the documents of <c>[Json]</c> columns.</summary>
public static class JsonFunctions
{
    /// <summary>
    /// What stands at a path of a document; NULL where a member or an element is missing, where it is JSON's null, and where the path leads into a value
    /// that has no members. Names are those of the document, as its serializer writes them. A value that isn't one of the type is the database's error.
    /// </summary>
    /// <typeparam name="T">
    /// <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="double"/>, <see cref="decimal"/>, <see cref="Guid"/>, or
    /// a nullable of one: to select values that may be missing, take the nullable.
    /// </typeparam>
    /// <param name="column">A <c>[Json]</c> column.</param>
    /// <param name="path">The steps into the document; none for the document itself. One parameter: the text doesn't depend on it.</param>
    /// <exception cref="NotSupportedException">The column holds no JSON, or the type isn't one of those.</exception>
    public static Expr<T> JsonValue<T>(this IColumn column, params ReadOnlySpan<JsonStep> path)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (column is not SqlExpression { Stored: { IsJson: true } stored } document)
        {
            string name = (column as SqlExpression)?.Description ?? column.Name;
            throw new NotSupportedException($"{name} holds no JSON: JsonValue takes a column with [Json]. Compare the column itself, or use raw SQL.");
        }
        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (type != typeof(string) && type != typeof(bool) && type != typeof(int) && type != typeof(long) && type != typeof(double) && type != typeof(decimal)
            && type != typeof(Guid))
        {
            throw new NotSupportedException(
                $"{stored.Column}.JsonValue<{type.Name}>: a value in a document is read as string, bool, int, long, double, decimal, Guid or a nullable of one. " +
                "Read the whole column, or take JsonValue<string> and cast it in raw SQL.");
        }
        string[] steps = new string[path.Length];
        for (int i = 0; i < steps.Length; i++)
            steps[i] = path[i].Text;
        return new JsonValue<T>(document, new JsonPath(steps), type);
    }
}

/// <summary>A value in a JSON document.</summary>
internal sealed class JsonValue<T>(SqlExpression document, JsonPath path, Type type) : Expr<T>
{
    private (SqlExpression Document, JsonPath Path) Parts => (document, path);

    // A text is written with an operator alone, the others with a cast.
    internal override bool IsCompound => type == typeof(string);

    internal override bool SameAs(SqlExpression other)
        => ReferenceEquals(this, other) || (other is JsonValue<T> { Parts: var parts } && document.SameAs(parts.Document) && path.SameAs(parts.Path));

    internal override void Write(SqlWriter writer) => writer.Dialect.WriteJsonValue(writer, document, path, type);

    internal override T Read<TReader>(ref TReader row, int ordinal, ModelSource source)
        => default(T) is not null && row.IsNull(ordinal)
            ? throw new InvalidOperationException($"A document of {document.Description} has no value there: select JsonValue<{type.Name}?>, which gives null.")
            : base.Read(ref row, ordinal, source);
}

/// <summary>A path into a JSON document: one list parameter.</summary>
internal sealed class JsonPath(string[] steps) : SqlExpression, IParameterSource
{
    private string[] Steps => steps;

    internal override bool CanBeNull => false;

    internal override bool SameAs(SqlExpression other) => other is JsonPath same && steps.AsSpan().SequenceEqual(same.Steps);

    internal override void Write(SqlWriter writer) => writer.Parameter(this);

    void IParameterSource.Bind(ParameterBinder binder, string name) => binder.AddList(name, steps);
}
