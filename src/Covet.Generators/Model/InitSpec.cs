namespace Covet.Generators.Model;

/// <summary>An <c>init</c> accessor, and the type that declares it: what reaches it from generated code names both as they are declared.</summary>
/// <param name="Owner">The declaring type, with type parameters of its own where it is generic: <c>global::Shop.Entity&lt;TKey&gt;</c>.</param>
/// <param name="Value">The property's type over there: <c>TKey</c>.</param>
/// <param name="Parameters">The type parameters, <c>&lt;TKey&gt;</c>; empty where there are none.</param>
/// <param name="Constraints">What they demand, <c> where TKey : struct</c>; empty where they demand nothing.</param>
/// <param name="Arguments">The types that the model gives for them, <c>&lt;long&gt;</c>.</param>
internal sealed record InitSpec(string Owner, string Value, string Parameters, string Constraints, string Arguments);
