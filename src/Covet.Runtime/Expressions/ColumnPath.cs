namespace Covet.Infrastructure;

/// <summary>
/// The way from a query's model to the model of a column, over relations to one row. It holds no alias: the writer finds one while it renders
/// a clause, from the depth of the lambda that the clause was written in.
/// </summary>
public sealed class ColumnPath
{
    private ColumnPath(ModelInfo model, RowPlace place, ColumnPath? parent, Relation? via, bool isOptional)
    {
        Model = model;
        Place = place;
        Parent = parent;
        Via = via;
        IsOptional = isOptional;
    }

    internal ModelInfo Model { get; }

    /// <summary>Where it starts.</summary>
    internal RowPlace Place { get; }

    internal ColumnPath? Parent { get; }

    internal Relation? Via { get; }

    /// <summary>Whether the path may lead nowhere, so that its columns may be NULL.</summary>
    internal bool IsOptional { get; }

    internal static ColumnPath Root(ModelInfo model, RowPlace place) => new(model, place, null, null, place.IsOptional);

    /// <summary>The path one relation further.</summary>
    /// <param name="relation">A relation of this path's model to one row.</param>
    public ColumnPath Join(Relation relation) => new(relation.Child, Place, this, relation, IsOptional || relation.IsOptional);

    /// <summary>Whether it is the same way from the same place.</summary>
    internal bool SameAs(ColumnPath other)
        => ReferenceEquals(this, other)
            || (Place == other.Place && Model == other.Model && Via == other.Via && (Parent is null ? other.Parent is null : other.Parent is not null && Parent.SameAs(other.Parent)));

    /// <summary>What to throw where a column of a path that leads nowhere is read as a type without null.</summary>
    internal InvalidOperationException LeadsNowhere(ColumnInfo column)
    {
        var optional = this;
        string names = column.Property;
        var step = this;
        for (; step is { Parent: { } parent, Via: { } via }; step = parent)
        {
            names = $"{via.Name}.{names}";
            if (via.IsOptional)
                optional = step;
        }
        string reason = optional.Via is { } relation ? $"{relation} is optional" : $"{step.Model.Name} is joined by a LEFT JOIN";
        return new InvalidOperationException(
            $"{reason}, and a row has none: select {char.ToLowerInvariant(step.Model.Name[0])}.{names}.OrNull(), which gives null there.");
    }
}
