namespace Covet.Generators.Model;

/// <summary>
/// Something that the user has to repair: a rule, what its message names, and the symbol it is about. The location is found when it is reported,
/// so that moving code about leaves every spec and plan as it was.
/// </summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Type">The metadata name of the class.</param>
/// <param name="Member">The member of the class; null for the class itself.</param>
/// <param name="Arguments">The arguments of the rule's message.</param>
internal sealed record Problem(string Rule, string Type, string? Member, EquatableArray<string> Arguments);
