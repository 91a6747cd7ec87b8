namespace Covet;

/// <summary>
/// Says which relations the instances handed to a parameter have to have in memory: <c>[Requires(nameof(User.Posts))] User user</c>, or a list of users. Callers are checked when they are compiled
/// (COV2203), where the query that the instances come from stands in the same member; nothing is checked when the program runs.
/// </summary>
/// <param name="relations">The names of the relations. One behind another has a path: <c>$"{nameof(User.Posts)}.{nameof(Post.Tags)}"</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class RequiresAttribute(params string[] relations) : Attribute
{
    /// <summary>The names of the relations, or paths of names.</summary>
    public IReadOnlyList<string> Relations { get; } = relations;
}
