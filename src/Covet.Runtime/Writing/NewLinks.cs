namespace Covet.Infrastructure;

/// <summary>A child to link: its key, and the instance where it is known.</summary>
internal readonly record struct LinkTarget<TChild, TChildKey>(TChildKey Key, TChild? Child);

/// <summary>Links to insert in one statement: the keys of their children, and what binds what else they hold.</summary>
internal readonly record struct NewLinks<TChildKey>(IReadOnlyList<TChildKey> Keys, Action<ParameterBinder>? BindPayload);

/// <summary>What fills new links besides their keys.</summary>
/// <param name="Run">Gets the child, where it is known, and the link.</param>
/// <param name="IsPerChild">Whether it looks at the child, so that each link is filled by itself.</param>
internal sealed record LinkFill(Action<object?, object> Run, bool IsPerChild);
