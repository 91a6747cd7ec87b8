using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>The problems that only the whole graph shows.</summary>
internal sealed class ProblemList(params IEnumerable<Problem> known)
{
    private readonly List<Problem> _problems = [.. known];

    public IReadOnlyList<Problem> All => _problems;

    public void Add(string rule, ModelNode model, string? member, params string[] arguments) =>
        Add(rule, model.Type.MetadataName, member, arguments);

    public void Add(string rule, string type, string? member, params string[] arguments) =>
        _problems.Add(new Problem(rule, type, member, arguments.ToEquatable()));
}
