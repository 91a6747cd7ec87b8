namespace Covet.Generators.Model;

/// <summary>All that was parsed of one assembly.</summary>
/// <param name="Models">The models.</param>
/// <param name="Databases">The databases.</param>
/// <param name="Projections">The projections.</param>
internal sealed record ParsedSpecs(
    EquatableArray<ParseResult<ModelSpec>> Models, EquatableArray<ParseResult<DatabaseSpec>> Databases, EquatableArray<ParseResult<ProjectionSpec>> Projections)
{
    /// <summary>The metadata name of the first class, by name, that anything was to be written for; null for none.</summary>
    public string? First =>
        Models.Select(result => result.Spec?.Type.MetadataName)
            .Concat(Databases.Select(result => result.Spec?.Type.MetadataName))
            .Concat(Projections.Select(result => result.Spec?.Type.MetadataName))
            .Concat(Problems.Select(problem => problem.Type))
            .OfType<string>()
            .OrderBy(type => type, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>The problems that were found on the way.</summary>
    public IEnumerable<Problem> Problems =>
        Models.SelectMany(result => result.Problems)
            .Concat(Databases.SelectMany(result => result.Problems))
            .Concat(Projections.SelectMany(result => result.Problems));
}
