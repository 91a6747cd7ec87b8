namespace Covet.Generators.Model;

/// <summary>A type that Covet adds members to, or puts types beside: where it is declared and how it is spelled.</summary>
internal sealed record TypeSpec
{
    /// <summary>The name that Roslyn finds the type by: <c>Blog.Outer+User</c>. Models refer to each other by it.</summary>
    public required string MetadataName { get; init; }

    /// <summary>The namespace as it is written, keywords escaped; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The types around it, outermost first.</summary>
    public required EquatableArray<ContainerSpec> Containers { get; init; }

    /// <summary>The bare name, without an escape.</summary>
    public required string Name { get; init; }

    /// <summary><c>class</c> or <c>record</c>.</summary>
    public required string Keyword { get; init; }

    /// <summary><c>public</c> or <c>internal</c>: what the generated types beside it are, too.</summary>
    public required string Accessibility { get; init; }

    /// <summary>Whether the class is sealed.</summary>
    public required bool IsSealed { get; init; }

    /// <summary>The name as it is written.</summary>
    public string Identifier => Identifiers.Escape(Name);

    /// <summary>The name of a generated type beside it: <c>Post</c> gives <c>PostQuery</c>.</summary>
    public string Beside(string suffix) => Name + suffix;

    /// <summary>The name that is written from anywhere: <c>global::Blog.Outer.User</c>.</summary>
    public string Global => GlobalPrefix + Identifier;

    /// <summary>The name of a generated type beside it, written from anywhere.</summary>
    public string GlobalBeside(string suffix) => GlobalPrefix + Name + suffix;

    /// <summary>The last word of what it is in, which tells it from a class of its name elsewhere.</summary>
    public string Surroundings =>
        Containers.Count > 0 ? Containers[Containers.Count - 1].Identifier.TrimStart('@') : Namespace.Length > 0 ? Namespace.Substring(Namespace.LastIndexOf('.') + 1).TrimStart('@') : "Other";

    /// <summary>The name of the class of extension methods in its namespace: <c>PostKeyExtensions</c>.</summary>
    public string KeyExtensions => string.Concat(Containers.Select(container => container.Identifier.TrimStart('@') + "_")) + Beside("KeyExtensions");

    private string GlobalPrefix =>
        "global::" + (Namespace.Length == 0 ? "" : Namespace + ".") + string.Concat(Containers.Select(container => container.Identifier + "."));
}

/// <summary>One type around a model or database.</summary>
internal sealed record ContainerSpec(string Keyword, string Identifier);
