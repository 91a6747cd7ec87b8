namespace Covet.Infrastructure;

/// <summary>Where an instance came from: its database, its fetch mode, its siblings of one result.</summary>
public class ModelSource
{
    private readonly Database _database;

    internal ModelSource(Database database, FetchMode mode)
    {
        _database = database;
        Mode = mode;
    }

    internal FetchMode Mode { get; }

    /// <summary>Becomes the source of a model that was read.</summary>
    internal virtual void Take<TModel>(TModel model) where TModel : class, IModel<TModel> => model.Source = this;

    /// <summary>The result that models were read from has ended.</summary>
    internal virtual void End()
    {
    }

    /// <summary>The database to ask; after a transaction has ended, the one outside it.</summary>
    internal Database Database
    {
        get
        {
            var database = _database;
            while (database.Outer is { } outer && database.Session.Transaction is { HasEnded: true })
                database = outer;
            return database;
        }
    }
}
