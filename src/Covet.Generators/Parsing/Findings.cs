using Covet.Generators.Model;

namespace Covet.Generators.Parsing;

/// <summary>The problems found while one class is parsed.</summary>
internal sealed class Findings(string type)
{
    private readonly List<Problem> _problems = [];

    public EquatableArray<Problem> All => _problems.ToEquatable();

    public bool IsEmpty => _problems.Count == 0;

    public void Add(string rule, string? member, params string[] arguments) =>
        _problems.Add(new Problem(rule, type, member, arguments.ToEquatable()));
}
