using Covet.Generators.Diagnostics;
using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>Generated members of a model against its own members and against each other.</summary>
internal static class MemberChecks
{
    /// <summary>The members that every model and every set of columns has.</summary>
    private static readonly string[] OfEveryModel = ["ModelFacts", "ModelRelations", "ModelPlaces", "ModelConflicts", "ReloadAsync", "KeyColumns", "KeyEquals", "KeyIn"];

    public static void Run(ModelNode node, ProblemList problems)
    {
        CheckPlural(node, problems);
        CheckReverseNames(node, problems);
        CheckIntos(node, problems);
    }

    private static void CheckPlural(ModelNode node, ProblemList problems)
    {
        if (!Identifiers.IsValid(node.Plural))
            problems.Add(RuleIds.Identifier, node, null, $"The plural of '{node.Name}'", node.Plural, "it is no C# name");
    }

    private static void CheckReverseNames(ModelNode node, ProblemList problems)
    {
        var taken = new HashSet<string>(node.Spec.MemberNames.Concat(OfEveryModel).Concat([node.Name + "Columns", node.Name + "Prefetch"]).Concat(node.Columns.Select(column => column.Property)), StringComparer.Ordinal);
        var reverses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var relation in ReversesOf(node))
        {
            if (relation.Name is not { } name)
                continue;
            var reason = Collision(node, relation, name, taken, reverses);
            if (reason is null)
            {
                reverses.Add(name, $"{relation.Owner.Name}.{relation.Property}");
                continue;
            }

            problems.Add(reason.Value.Rule, relation.Owner, relation.Property, reason.Value.Arguments);
            relation.Drop();
        }
    }

    private static (string Rule, string[] Arguments)? Collision(
        ModelNode node, Reverse relation, string name, HashSet<string> taken, Dictionary<string, string> reverses)
    {
        var (owner, property) = (relation.Owner.Name, relation.Property);
        if (!Identifiers.IsValid(name))
            return (RuleIds.RelationShape, [owner, property, $"needs a RelatedName that is a C# name, and '{name}' is none"]);
        if (reverses.TryGetValue(name, out var other))
            return (RuleIds.ReverseCollision, [owner, property, other, node.Name, name, relation.Suggestion]);
        return taken.Contains(name) || (relation.IsOneToOne && taken.Contains($"Load{name}Async"))
            ? (RuleIds.MemberCollision, [node.Name, name, $"'{owner}.{property}'"])
            : null;
    }

    private static IEnumerable<Reverse> ReversesOf(ModelNode node) =>
        node.Referrers.Select(edge => new Reverse(edge.From, edge.Name, edge.ReverseName, edge.Spec.IsOneToOne, edge.Name + edge.From.Plural, () => edge.ReverseName = null))
            .Concat(node.Linkers.Select(edge => new Reverse(edge.From, edge.Name, edge.ReverseName, IsOneToOne: false, edge.Name + edge.From.Plural, () => edge.ReverseName = null)));

    private static void CheckIntos(ModelNode node, ProblemList problems)
    {
        foreach (var into in node.Spec.Intos)
        {
            var target = RelatedSets.Find(node, into.Relation);
            if (target is null)
                problems.Add(RuleIds.UnknownMember, node, into.Property.Name, $"{node.Name}.{into.Property.Name}", into.Relation, $"no relation of '{node.Name}'");
            else if (target.Model.Type.MetadataName != into.Element || target.IsList != into.IsList)
                problems.Add(
                    RuleIds.RelationShape,
                    node,
                    into.Property.Name,
                    node.Name,
                    into.Property.Name,
                    $"is filled from '{into.Relation}', so its type has to be {(target.IsList ? $"IReadOnlyList<{target.Model.Name}>" : target.Model.Name + "?")}");
        }
    }

    private sealed record Reverse(ModelNode Owner, string Property, string? Name, bool IsOneToOne, string Suggestion, Action Drop);
}
