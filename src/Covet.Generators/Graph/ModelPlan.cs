using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>One model, ready to print: its own facts and the few of its neighbours that its files mention.</summary>
/// <remarks>The rules of <see cref="ModelSpec"/> hold here too.</remarks>
internal sealed record ModelPlan
{
    /// <summary>The class.</summary>
    public required TypeSpec Type { get; init; }

    /// <summary>The name of its table on a database.</summary>
    public required string Plural { get; init; }

    /// <summary>How its files are called: unique whatever the case.</summary>
    public required string HintName { get; init; }

    /// <summary>The table's name.</summary>
    public required string Table { get; init; }

    /// <summary>Its schema.</summary>
    public string? Schema { get; init; }

    /// <summary>The field that holds where an instance came from.</summary>
    public required string SourceField { get; init; }

    /// <summary>Whether rows need a constructor of their own, for required members.</summary>
    public required bool HasRequiredMembers { get; init; }

    /// <summary>How a record's PrintMembers is declared; empty for none.</summary>
    public required string PrinterModifiers { get; init; }

    /// <summary>Whether the user wrote the parameterless constructor.</summary>
    public required bool HasConstructor { get; init; }

    /// <summary>All columns, in the order that rows are read in.</summary>
    public required EquatableArray<ColumnPlan> Columns { get; init; }

    /// <summary>The key.</summary>
    public required KeyPlan Key { get; init; }

    /// <summary>What rows can't have in common, the key first.</summary>
    public required EquatableArray<ConflictPlan> Conflicts { get; init; }

    /// <summary>Foreign keys and one-to-one relations declared here.</summary>
    public required EquatableArray<ReferencePlan> References { get; init; }

    /// <summary>Foreign keys and one-to-one relations of others that have an accessor here.</summary>
    public required EquatableArray<ReferrerPlan> Referrers { get; init; }

    /// <summary>Many-to-many relations with an accessor here, declared and reverse.</summary>
    public required EquatableArray<LinkPlan> Links { get; init; }

    /// <summary>Whether a many-to-many relation leads here, so that keys of this model can be linked.</summary>
    public required bool IsLinked { get; init; }

    /// <summary>Places for filtered prefetches.</summary>
    public required EquatableArray<IntoPlan> Intos { get; init; }

    /// <summary>The names of the hooks that are declared.</summary>
    public required EquatableArray<string> Hooks { get; init; }

    /// <summary>The registry: every relation of others that leads here.</summary>
    public required EquatableArray<RegistryEntry> Registry { get; init; }

    /// <summary>The version of its rows; null where they have none.</summary>
    public ColumnPlan? Version => Find(ColumnRole.Version);

    /// <summary>When a row was inserted; null where that isn't kept.</summary>
    public ColumnPlan? CreatedAt => Find(ColumnRole.CreatedAt);

    /// <summary>When a row was written last; null where that isn't kept.</summary>
    public ColumnPlan? UpdatedAt => Find(ColumnRole.UpdatedAt);

    /// <summary>The columns that an UPDATE takes from an instance: neither the key nor the version.</summary>
    public IEnumerable<ColumnPlan> Updated => Columns.Where(column => !column.IsKey && column.Role != ColumnRole.Version);

    /// <summary>What a statement that writes a row whatever is there returns, since the instance can't know it: the key, the version, when it was inserted.</summary>
    public IEnumerable<ColumnPlan> Returned => Key.Columns.Concat(new[] { Version, CreatedAt }.OfType<ColumnPlan>());

    /// <summary>The columns that an INSERT takes from an instance.</summary>
    /// <param name="withKey">Whether it has its key already.</param>
    public IEnumerable<ColumnPlan> Inserted(bool withKey) => Columns.Where(column => (withKey || !column.IsKey) && !column.IsRowVersion);

    private ColumnPlan? Find(ColumnRole role) => Columns.FirstOrDefault(column => column.Role == role);
}

/// <summary>What a model's files say of a related model.</summary>
internal sealed record NeighbourPlan
{
    /// <summary>The class.</summary>
    public required TypeSpec Type { get; init; }

    /// <summary>The table's name.</summary>
    public required string Table { get; init; }

    /// <summary>Its schema.</summary>
    public required string? Schema { get; init; }

    /// <summary>The names of its columns, in the order that rows are read in.</summary>
    public required EquatableArray<string> Columns { get; init; }

    /// <summary>The names of its key's columns.</summary>
    public required EquatableArray<string> Key { get; init; }
}

/// <summary>A part of a related model's key.</summary>
/// <param name="Property">Its property.</param>
/// <param name="Type">Its type.</param>
internal sealed record KeyPart(string Property, ColumnType Type);

/// <summary>A column here and the one over there that holds the same value.</summary>
/// <param name="Here">The property of this model.</param>
/// <param name="HereColumn">Its column.</param>
/// <param name="HereType">Its type.</param>
/// <param name="There">The property of the other model.</param>
/// <param name="ThereColumn">Its column.</param>
/// <param name="ThereType">Its type.</param>
internal sealed record ColumnPair(string Here, string HereColumn, ColumnType HereType, string There, string ThereColumn, ColumnType ThereType);

/// <summary>A foreign key or one-to-one relation, seen from the model that declares it.</summary>
internal sealed record ReferencePlan
{
    /// <summary>The property.</summary>
    public required PartialPropertySpec Property { get; init; }

    /// <summary>The property's type, with its nullability.</summary>
    public required TypeRef Type { get; init; }

    /// <summary>The model that it leads to.</summary>
    public required NeighbourPlan Target { get; init; }

    /// <summary>The key's columns, here and there.</summary>
    public required EquatableArray<ColumnPair> Columns { get; init; }

    /// <summary>Who gives the rows that it leads to the values that it refers to.</summary>
    public required KeySource KeySource { get; init; }

    /// <summary>Whether at most one row refers to each target.</summary>
    public required bool IsOneToOne { get; init; }

    /// <summary>The accessor on the other side; null for none.</summary>
    public required string? ReverseName { get; init; }

    /// <summary>The fields that hold the key, in the order of <see cref="Columns"/>.</summary>
    public required EquatableArray<string> KeyFields { get; init; }

    /// <summary>The field that holds the related instance.</summary>
    public required string Field { get; init; }

    /// <summary>The field that says whether it is loaded; used where it may be null.</summary>
    public required string LoadedField { get; init; }

    /// <summary>Whether it may lead nowhere.</summary>
    public bool IsOptional => Type.IsNullable;
}

/// <summary>A foreign key or one-to-one relation, seen from the model that it leads to.</summary>
internal sealed record ReferrerPlan
{
    /// <summary>The accessor's bare name.</summary>
    public required string Name { get; init; }

    /// <summary>The model that declares the relation.</summary>
    public required NeighbourPlan Source { get; init; }

    /// <summary>The key of that model.</summary>
    public required EquatableArray<KeyPart> SourceKey { get; init; }

    /// <summary>The property that declares it.</summary>
    public required string Relation { get; init; }

    /// <summary>The key's columns: here the ones referred to, there the foreign key.</summary>
    public required EquatableArray<ColumnPair> Columns { get; init; }

    /// <summary>Whether at most one row refers here.</summary>
    public required bool IsOneToOne { get; init; }

    /// <summary>Whether the foreign key may be NULL, so that rows can be removed from the set.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>The field that holds the instance or the set.</summary>
    public required string Field { get; init; }

    /// <summary>The field that says whether a single instance is loaded.</summary>
    public required string LoadedField { get; init; }

    /// <summary>The many-to-many relations whose links the rows are.</summary>
    public required EquatableArray<PassagePlan> Passages { get; init; }

    /// <summary>The accessor as it is written.</summary>
    public string Identifier => Identifiers.Escape(Name);
}

/// <summary>A many-to-many relation, seen from one side.</summary>
internal sealed record LinkPlan
{
    /// <summary>The accessor's bare name.</summary>
    public required string Name { get; init; }

    /// <summary>The property's declaration; null for the reverse side, which Covet declares.</summary>
    public required PartialPropertySpec? Property { get; init; }

    /// <summary>The model on the other side.</summary>
    public required NeighbourPlan Target { get; init; }

    /// <summary>The model in between.</summary>
    public required ThroughPlan? Through { get; init; }

    /// <summary>The table of pairs.</summary>
    public required string Table { get; init; }

    /// <summary>Its schema.</summary>
    public required string? Schema { get; init; }

    /// <summary>This side's key: here the model's columns, there the link table's.</summary>
    public required EquatableArray<ColumnPair> Own { get; init; }

    /// <summary>The other side's key: here the other model's columns, there the link table's.</summary>
    public required EquatableArray<ColumnPair> Other { get; init; }

    /// <summary>What keeps a pair from being there twice.</summary>
    public required PairUniqueness Uniqueness { get; init; }

    /// <summary>Whether a pair counts in both directions.</summary>
    public required bool IsSymmetrical { get; init; }

    /// <summary>The accessor on the other side; null for none.</summary>
    public required string? OtherName { get; init; }

    /// <summary>The field that holds the set.</summary>
    public required string Field { get; init; }

    /// <summary>How visible generated members are whose types name the other model and the one in between.</summary>
    public string Accessibility => Through is { } through && through.Type.Accessibility != "public" ? through.Type.Accessibility : Target.Type.Accessibility;

    /// <summary>The accessor as it is written.</summary>
    public string Identifier => Identifiers.Escape(Name);
}

/// <summary>The names of <c>Covet.Infrastructure.LinkUniqueness</c>.</summary>
internal enum PairUniqueness
{
    PairOnly,
    PairAmongOthers,
    None,
}

/// <summary>The model in the middle of a many-to-many relation.</summary>
/// <param name="Type">The model.</param>
/// <param name="Own">Its relation to this side.</param>
/// <param name="Other">Its relation to the other side.</param>
/// <param name="OwnSet">The set of links on this side; null for none.</param>
/// <param name="OtherSet">The set of links on the other side; null for none.</param>
internal sealed record ThroughPlan(TypeSpec Type, string Own, string Other, string? OwnSet, string? OtherSet);

/// <summary>A many-to-many relation, seen from the set of its links on one side.</summary>
/// <param name="Set">The accessor on this side; null for none.</param>
/// <param name="Other">The link's relation to the other side.</param>
/// <param name="OtherSet">The accessor on the other side; null for none.</param>
/// <param name="OtherLinks">The set of links on the other side; null for none.</param>
internal sealed record PassagePlan(string? Set, string Other, string? OtherSet, string? OtherLinks);

/// <summary>A place for filtered prefetches.</summary>
/// <param name="Property">The property.</param>
/// <param name="Type">Its type.</param>
/// <param name="Relation">The relation that fills it.</param>
/// <param name="Target">The model in it.</param>
/// <param name="IsList">Whether it holds a list.</param>
/// <param name="Field">The field that holds its rows.</param>
/// <param name="FilledField">The field that says whether it is filled; used where it holds one row or none.</param>
internal sealed record IntoPlan(PartialPropertySpec Property, TypeRef Type, string Relation, TypeSpec Target, bool IsList, string Field, string FilledField);

/// <summary>One line of the registry of reverse relations.</summary>
/// <param name="Source">The model that declares the relation.</param>
/// <param name="Field">The property that declares it.</param>
/// <param name="Kind">A name of <c>Covet.RelationType</c>.</param>
/// <param name="RelatedName">The accessor's name, <c>"+"</c> for none.</param>
internal sealed record RegistryEntry(TypeSpec Source, string Field, string Kind, string RelatedName);
