using System.ComponentModel;

namespace Covet.Infrastructure;

/// <summary>Reads anew what an instance has in memory: what the generated <c>ReloadAsync</c> of a model runs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelReload
{
    /// <summary>Reads the instance's row: one statement. Nothing changes when there is none, or when the reading fails.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">The instance; it keeps its database, its fetch mode and its siblings.</param>
    /// <param name="byKey">The statement that selects its row.</param>
    /// <param name="take">Takes over another instance's columns and forgets all relations.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="InvalidOperationException">The instance was never saved or loaded.</exception>
    /// <exception cref="RowNotFoundException">Its row isn't there any more.</exception>
    public static async Task RunAsync<TModel>(TModel model, RowStatement<TModel> byKey, Action<TModel, TModel> take, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(byKey);
        ArgumentNullException.ThrowIfNull(take);
        var database = SourceOf(model).Database;
        var row = await OneModel<TModel>.ReadAsync(database, byKey.For(database, model), cancellationToken).ConfigureAwait(false);
        take(model, row ?? throw new RowNotFoundException(TModel.Info.Name, "reload", [TModel.Writer.KeyOf(model)]));
    }

    /// <summary>Reads one relation of the instance, whether it is loaded or not: one statement, never for its siblings. Nothing changes when the reading fails.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <typeparam name="TPrefetch">Its generated relations to prefetch.</typeparam>
    /// <param name="model">The instance.</param>
    /// <param name="relation">The relation.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="InvalidOperationException">The instance was never saved or loaded.</exception>
    public static async Task RunAsync<TModel, TPrefetch>(TModel model, Func<TPrefetch, PrefetchBranch> relation, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
        where TPrefetch : struct
    {
        ArgumentNullException.ThrowIfNull(relation);
        var source = SourceOf(model);
        var database = source.Database;
        var nodes = PrefetchTree.Build(database, [PrefetchTree.Checked(TModel.Info, relation(default))]);
        nodes[0].IsAnew = true;
        await PrefetchRun.OntoAsync(database, source.Mode, database.SnapshotReads, nodes, new[] { model }, cancellationToken).ConfigureAwait(false);
    }

    private static ModelSource SourceOf<TModel>(TModel model) where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.HasKey && model.Source is { } source
            ? source
            : throw new InvalidOperationException(
                $"This {TModel.Info.Name} was never saved or loaded, or it was deleted, so it can't be reloaded: insert it first, or load it from a database.");
    }
}
