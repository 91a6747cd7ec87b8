namespace Covet.Generators;

/// <summary>The names of the pipeline's steps, for tests of what is cached.</summary>
internal static class TrackingNames
{
    public const string Models = nameof(Models);
    public const string Databases = nameof(Databases);
    public const string Projections = nameof(Projections);
    public const string Graph = nameof(Graph);
    public const string ModelPlans = nameof(ModelPlans);
    public const string DatabasePlans = nameof(DatabasePlans);
    public const string ProjectionPlans = nameof(ProjectionPlans);
    public const string Registry = nameof(Registry);
    public const string Problems = nameof(Problems);
}
