namespace Covet.Infrastructure;

/// <summary>A place of its own for rows of a relation.</summary>
public abstract class Slot
{
    private protected Slot(string name, string relation)
    {
        Name = name;
        RelationName = relation;
    }

    /// <summary>The property's name.</summary>
    public string Name { get; }

    /// <summary>The name of the relation whose rows it takes.</summary>
    internal string RelationName { get; }
}
