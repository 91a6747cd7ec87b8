using System.Diagnostics.CodeAnalysis;

namespace Covet.Infrastructure;

/// <summary>The common table expressions of a statement, each before those that use it.</summary>
internal sealed class CommonTables
{
    private readonly Dictionary<RowSource, string> _names = [];
    private readonly List<string> _texts = [];
    private bool _isRecursive;

    public bool TryGetName(RowSource source, [NotNullWhen(true)] out string? quoted) => _names.TryGetValue(source, out quoted);

    /// <summary>Gives a source its name.</summary>
    /// <returns>The name, quoted.</returns>
    public string Add(RowSource source, string name)
    {
        string quoted = SqlDialect.Quote(name);
        if (_names.ContainsValue(quoted))
        {
            throw new InvalidOperationException(
                $"Two common table expressions of one statement are called {quoted}. Keep the first in a variable to use it twice, or give the second a name of its own.");
        }
        _names.Add(source, quoted);
        return quoted;
    }

    /// <summary>Takes an expression's text; those that it uses are complete by then.</summary>
    public void Complete(string text, bool isRecursive)
    {
        _texts.Add(text);
        _isRecursive |= isRecursive;
    }

    public string ToSql() => $"WITH {(_isRecursive ? "RECURSIVE " : "")}{string.Join(", ", _texts)} ";
}
