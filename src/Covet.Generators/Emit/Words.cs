using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>Models as words of English, for the documentation of generated members.</summary>
internal static class Words
{
    /// <summary><c>BlogPost</c> gives <c>blog post</c>.</summary>
    public static string One(TypeSpec type) => Literals.Xml(Naming.Snake(type.Name).Replace('_', ' '));

    /// <summary><c>BlogPost</c> gives <c>a blog post</c>.</summary>
    public static string Any(TypeSpec type) => ("aeio".Contains(char.ToLowerInvariant(type.Name[0])) ? "an " : "a ") + One(type);

    /// <summary><c>BlogPost</c> gives <c>blog posts</c>.</summary>
    public static string Many(TypeSpec type) => Literals.Xml(Naming.Table(type.Name).Replace('_', ' '));

    /// <summary>A relation's name, <c>EditedPosts</c>, gives <c>edited posts</c>.</summary>
    public static string Of(string name) => Literals.Xml(Naming.Snake(name).Replace('_', ' '));

    /// <summary>A statement as an example in documentation.</summary>
    public static string Code(string sql) => $"""
        /// <code>
        /// {Literals.Xml(sql).Replace("\n", "\n/// ")}
        /// </code>
        """;
}
