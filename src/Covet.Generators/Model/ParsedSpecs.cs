namespace Covet.Generators.Model;

/// <summary>All that was parsed of one assembly.</summary>
/// <param name="Models">The models.</param>
/// <param name="Databases">The databases.</param>
/// <param name="Projections">The projections.</param>
internal sealed record ParsedSpecs(
    EquatableArray<ParseResult<ModelSpec>> Models, EquatableArray<ParseResult<DatabaseSpec>> Databases, EquatableArray<ParseResult<ProjectionSpec>> Projections)
{
    /// <summary>The problems that were found on the way.</summary>
    public IEnumerable<Problem> Problems =>
        Models.SelectMany(result => result.Problems)
            .Concat(Databases.SelectMany(result => result.Problems))
            .Concat(Projections.SelectMany(result => result.Problems));
}
