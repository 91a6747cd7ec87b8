namespace Covet.Infrastructure;

/// <summary>Takes the first row of a result as a model that belongs to nobody yet.</summary>
internal sealed class OneModel<TModel> : ResultConsumer where TModel : class, IModel<TModel>
{
    /// <summary>The row; null where there was none.</summary>
    public TModel? Model { get; private set; }

    /// <summary>Runs a statement that gives at most one row.</summary>
    public static async ValueTask<TModel?> ReadAsync(Database database, Statement statement, CancellationToken cancellationToken)
    {
        var row = new OneModel<TModel>();
        await database.Session.ReadAsync(statement, row, cancellationToken).ConfigureAwait(false);
        return row.Model;
    }

    public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
    {
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            return;
        try
        {
            Model = TModel.Read(ref reader, 0);
        }
        catch (Exception exception) when (UnreadableRow.IsCause(exception))
        {
            throw UnreadableRow.Of<TModel>(reader, 0, exception);
        }
        Rows = 1;
    }
}
