using System.Collections.Concurrent;

namespace Covet.Infrastructure;

/// <summary>The statements that write a relation: each is written once for each dialect, since it depends on no value.</summary>
internal sealed class WrittenTexts
{
    private readonly ConcurrentDictionary<(string Dialect, string Statement), string> _texts = new();

    /// <summary>The text of a statement; written when it is asked for first.</summary>
    /// <param name="dialect">The dialect.</param>
    /// <param name="statement">The statement's name.</param>
    /// <param name="relation">What <paramref name="write"/> writes it from.</param>
    /// <param name="write">Writes it.</param>
    public string Get<TRelation>(SqlDialect dialect, string statement, TRelation relation, Action<SqlWriter, TRelation> write)
        => _texts.GetOrAdd(
            (dialect.SystemName, statement),
            static (_, given) =>
            {
                var writer = new SqlWriter(given.dialect);
                given.write(writer, given.relation);
                return writer.ToStatement().Text;
            },
            (dialect, relation, write));
}
