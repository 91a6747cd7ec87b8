using Covet.Generators.Diagnostics;
using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>
/// Finds each model's key, then its columns. Keys come first because a foreign key repeats the key it refers to, which may itself be a foreign key.
/// </summary>
internal sealed class ColumnBuilder(IReadOnlyDictionary<string, ModelNode> nodes, ProblemList problems)
{
    /// <summary>As many columns as the runtime has key lists for.</summary>
    private const int MaxKeyColumns = 3;

    /// <summary>The column of PostgreSQL's that holds the version of each row.</summary>
    public const string RowVersionColumn = "xmin";

    private readonly Dictionary<ModelNode, IReadOnlyList<ColumnNode>?> _keys = [];
    private readonly HashSet<ModelNode> _underway = [];

    /// <summary>Fills a node's columns. False if it has no usable key, which has been reported on whom it concerns.</summary>
    public bool TryBuild(ModelNode node)
    {
        if (KeyOf(node) is not { } key)
            return false;
        foreach (var member in node.Spec.Members)
            node.Columns.AddRange(ColumnsOf(node, member, key));
        return true;
    }

    /// <summary>The columns of one foreign key, beside the ones they refer to; null if the target can't be referred to.</summary>
    public (IReadOnlyList<ColumnNode> Columns, IReadOnlyList<ColumnNode> Principal)? Reference(ModelNode node, RelationSpec relation)
    {
        if (!nodes.TryGetValue(relation.Target, out var target) || PrincipalOf(node, relation, target) is not { } principal)
            return null;
        var names = relation.Column?.Split(',').Select(name => name.Trim()).ToList();
        if (names is not null && names.Count != principal.Count)
        {
            problems.Add(RuleIds.RelationShape, node, relation.Property.Name, node.Name, relation.Property.Name, $"names {names.Count} columns for a key of {principal.Count}");
            return null;
        }

        return (principal.Select((part, index) => Column(relation, part, principal.Count, names?[index])).ToList(), principal);
    }

    private static ColumnNode Column(RelationSpec relation, ColumnNode part, int parts, string? name)
    {
        var property = relation.Property.Name + (parts > 1 ? part.Property : relation.To ?? "Id");
        return new ColumnNode
        {
            Property = property,
            Name = name ?? Naming.Snake(property),
            Type = part.Type.AsReference(relation.Type.IsNullable),
            TypeName = part.TypeName,
            IsKey = relation.IsKey,
            Relation = relation,
        };
    }

    private static ColumnNode Column(ColumnSpec column, bool isKey) => new()
    {
        Property = column.Name,
        Name = column.Column ?? (column.Type.Stored == StoreKind.RowVersion ? RowVersionColumn : Naming.Snake(column.Name)),
        Type = column.Type,
        TypeName = column.TypeName,
        Accessibility = column.Accessibility,
        IsKey = isKey,
        Init = column.Init,
        Role = column.Role,
    };

    private IEnumerable<ColumnNode> ColumnsOf(ModelNode node, MemberSpec member, IReadOnlyList<ColumnNode> key) => member switch
    {
        { Column: { } column } => [key.FirstOrDefault(part => part.Property == column.Name) ?? Column(column, isKey: false)],
        { Relation: { IsKey: true } relation } => key.Where(part => part.Relation == relation),
        { Relation: { } relation } => Reference(node, relation)?.Columns ?? [],
        _ => [],
    };

    private IReadOnlyList<ColumnNode>? PrincipalOf(ModelNode node, RelationSpec relation, ModelNode target)
    {
        if (relation.To is null)
            return KeyOf(target);
        var column = target.Spec.Members.Select(member => member.Column).FirstOrDefault(column => column?.Name == relation.To);
        var isUnique = target.Spec.Indexes.Any(index => index.IsUnique && index.Properties.Count == 1 && index.Properties[0] == relation.To)
            || (KeyOf(target) is [var key] && key.Property == relation.To);
        if (column is { Type.IsNullable: false } && isUnique)
            return [Column(column, isKey: false)];
        problems.Add(
            RuleIds.UnknownMember, node, relation.Property.Name, $"{node.Name}.{relation.Property.Name}", relation.To, $"no unique column of '{target.Name}' that is never NULL");
        return null;
    }

    private IReadOnlyList<ColumnNode>? KeyOf(ModelNode node)
    {
        if (_keys.TryGetValue(node, out var known))
            return known;
        if (!_underway.Add(node))
            return null;
        var key = FindKey(node);
        _underway.Remove(node);
        return _keys[node] = key;
    }

    private List<ColumnNode>? FindKey(ModelNode node)
    {
        var marked = node.Spec.Members.Where(member => member.Column?.IsKey ?? member.Relation!.IsKey).ToList();
        if (marked.Count == 0)
            marked = node.Spec.Members.Where(member => member.Column?.Name == "Id").ToList();
        if (marked.Count == 0)
        {
            problems.Add(RuleIds.NoKey, node, null, node.Name);
            return null;
        }

        return CombineKey(node, marked);
    }

    private List<ColumnNode>? CombineKey(ModelNode node, List<MemberSpec> marked)
    {
        var key = new List<ColumnNode>();
        foreach (var member in marked)
        {
            if (Part(node, member, marked.Count == 1) is not { } parts)
                return null;
            key.AddRange(parts);
        }

        if (key.Count <= MaxKeyColumns)
            return key;
        var last = marked[marked.Count - 1];
        var name = last.Column?.Name ?? last.Relation!.Property.Name;
        problems.Add(RuleIds.KeyType, node, name, node.Name, name, $"a key has at most {MaxKeyColumns} columns");
        return null;
    }

    private IReadOnlyList<ColumnNode>? Part(ModelNode node, MemberSpec member, bool isAlone)
    {
        var name = member.Column?.Name ?? member.Relation!.Property.Name;
        if (Unfit(member, isAlone) is { } reason)
        {
            problems.Add(RuleIds.KeyType, node, name, node.Name, name, reason);
            return null;
        }

        if (member.Column is { } column)
            return [KeyColumn(node, column)];
        if (nodes.TryGetValue(member.Relation!.Target, out var target) && _underway.Contains(target))
            problems.Add(RuleIds.KeyType, node, name, node.Name, name, $"the key of '{target.Name}' depends on it, so neither can be known first");
        return Reference(node, member.Relation!)?.Columns;
    }

    /// <summary>A key stays as it is, so Covet fills no part of it.</summary>
    private ColumnNode KeyColumn(ModelNode node, ColumnSpec column)
    {
        if (column.Role == ColumnRole.None)
            return Column(column, isKey: true);
        problems.Add(RuleIds.Role, node, column.Name, node.Name, column.Name, column.Role.ToString(), "it is in the key, which stays as it is");
        var stored = column.Type.Stored == StoreKind.RowVersion ? StoreKind.UInt32 : column.Type.Stored;
        return Column(column with { Role = ColumnRole.None, Type = column.Type with { Stored = stored } }, isKey: true);
    }

    private static string? Unfit(MemberSpec member, bool isAlone) => member switch
    {
        { Relation.Type.IsNullable: true } or { Column.Type.IsNullable: true } => "a key is never NULL",
        { Column.Type.Mapping: Mapping.Json or Mapping.Array } or { Column.Type.Stored: StoreKind.Bytes } => "JSON and arrays can't be compared",
        { Column: { IsSettable: false } column } when isAlone && KeyPlan.IsIdentity(column.Type) =>
            "the database gives its value, so it needs a setter. Write { get; set; } or { get; private set; }",
        _ => null,
    };
}
