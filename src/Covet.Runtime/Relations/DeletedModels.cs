namespace Covet.Infrastructure;

/// <summary>Leaves models of rows that were deleted without a source.</summary>
internal sealed class DeletedModels(Database database) : ModelSource(database, database.FetchMode)
{
    internal override void Take<TModel>(TModel model)
    {
    }
}
