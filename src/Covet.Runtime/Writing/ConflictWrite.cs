namespace Covet.Infrastructure;

/// <summary>The write of one instance that looks first for a row that is the same. It is prepared when this is made: what can be known to be wrong is said before.</summary>
internal sealed class ConflictWrite<TModel> where TModel : class, IModel<TModel>
{
    /// <summary>How often one looks for a row that others insert and delete in the meantime.</summary>
    private const int Attempts = 10;

    private readonly ConflictFacts<TModel> _facts;
    private readonly TModel _model;
    private readonly ModelSource? _source;
    private readonly bool _hadKey;
    private readonly Action? _values;
    private readonly SaveKind _kind;
    private TModel? _keyBefore;
    private bool _isWritten;

    /// <summary>Prepares the write of an instance whose hook was called.</summary>
    /// <exception cref="InvalidOperationException">No row can be the same as the instance.</exception>
    public ConflictWrite(Database database, ConflictFacts<TModel> facts, TModel model, SaveKind kind)
    {
        _kind = kind;
        (_facts, _model, _source, _hadKey, _values) = (facts, model, model.Source, model.HasKey, TModel.Writer.Keep(model));
        if (facts.IsKey && !_hadKey)
        {
            throw new InvalidOperationException(
                $"This {TModel.Info.Name} has no key yet, so no row can have the same {facts.Name}: insert it with InsertAsync, or name something else that is unique.");
        }
        try
        {
            TModel.Writer.PrepareNew(database, model);
        }
        catch
        {
            Undo();
            throw;
        }
        if (facts.Missing?.Invoke(model) is { } missing)
        {
            Undo();
            throw new InvalidOperationException(
                $"{TModel.Info.Name}.{missing} is null, and no row can have the same {facts.Name} then, since NULL equals nothing: give it a value, or insert it with InsertAsync.");
        }
    }

    /// <summary>Calls the instance's hook and prepares its write.</summary>
    /// <exception cref="InvalidOperationException">No row can be the same as the instance.</exception>
    public static ConflictWrite<TModel> Begin(Database database, ConflictFacts<TModel> facts, TModel model, SaveKind kind)
    {
        TModel.Writer.OnSaving(model, kind);
        return new ConflictWrite<TModel>(database, facts, model, kind);
    }

    /// <summary>What the lambda of an upsert names.</summary>
    public static ConflictFacts<TModel> FactsOf<TConflicts>(Func<TConflicts, ConflictTarget<TModel>> conflict) where TConflicts : struct
    {
        ArgumentNullException.ThrowIfNull(conflict);
        var target = conflict(default)
            ?? throw new ArgumentException($"The lambda gave null. Give what no two {TModel.Info.Name} rows have in common, as in x => x.{TModel.Info.Key[0].Property}.", nameof(conflict));
        return target.Facts;
    }

    /// <summary>The statement that inserts a row or updates the one that is there.</summary>
    public Statement Upsert(Database database) => (_model.HasKey ? _facts.Upsert : _facts.UpsertWithoutKey ?? _facts.Upsert).For(database, _model);

    /// <summary>Inserts the instance or updates the row that is there: one statement.</summary>
    public async Task UpsertAsync(Database database, DatabaseSession session, CancellationToken cancellationToken)
    {
        var key = new WrittenKey<TModel>();
        await session.ReadAsync(Upsert(database), key, cancellationToken).ConfigureAwait(false);
        key.DemandRow();
        Take(database, key);
    }

    /// <summary>Reads the row that is there, or else inserts the instance.</summary>
    public async Task<(TModel Model, bool Created)> GetOrCreateAsync(Database database, DatabaseSession session, CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            var row = new OneModel<TModel>();
            await session.ReadAsync(_facts.Select.For(database, _model), row, cancellationToken).ConfigureAwait(false);
            if (row.Model is { } found)
            {
                Undo();
                Siblings<TModel>.Adopt(database, database.FetchMode, [found]);
                return (found, false);
            }
            if (await CreateAsync(database, session, cancellationToken).ConfigureAwait(false))
                return (_model, true);
        }
        throw Restless();
    }

    /// <summary>Updates the row that is there, or else inserts the instance.</summary>
    public async Task<(TModel Model, bool Created)> UpdateOrCreateAsync(Database database, DatabaseSession session, CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            if (await WriteAsync(database, session, _facts.Update.For(database, _model), cancellationToken).ConfigureAwait(false))
                return (_model, false);
            if (await CreateAsync(database, session, cancellationToken).ConfigureAwait(false))
                return (_model, true);
        }
        throw Restless();
    }

    /// <summary>Tells the instance that it is saved, if it was written, when all has succeeded.</summary>
    public void Complete()
    {
        if (_isWritten)
            TModel.Writer.OnSaved(_model, _kind);
    }

    /// <summary>Makes the instance what it was: its key, its foreign keys, and where it came from.</summary>
    public void Undo()
    {
        if (_keyBefore is { } before)
            TModel.Writer.TakeKey(_model, before);
        if (!_hadKey)
            TModel.Writer.ClearKey(_model);
        _values?.Invoke();
        _model.Source = _source;
    }

    /// <summary>Keeps the key that the instance has now, for <see cref="Undo"/>.</summary>
    public void KeepKey()
    {
        _keyBefore = TModel.Create();
        TModel.Writer.TakeKey(_keyBefore, _model);
    }

    private Task<bool> CreateAsync(Database database, DatabaseSession session, CancellationToken cancellationToken)
        => WriteAsync(database, session, (_model.HasKey ? _facts.Create : _facts.CreateWithoutKey ?? _facts.Create).For(database, _model), cancellationToken);

    /// <summary>Runs a statement that writes one row or none.</summary>
    private async Task<bool> WriteAsync(Database database, DatabaseSession session, Statement statement, CancellationToken cancellationToken)
    {
        var key = new WrittenKey<TModel>();
        await session.ReadAsync(statement, key, cancellationToken).ConfigureAwait(false);
        if (key.HasRow)
            Take(database, key);
        return key.HasRow;
    }

    private void Take(Database database, WrittenKey<TModel> key)
    {
        KeepKey();
        key.Apply(_model);
        _model.Source = database.Origin;
        _isWritten = true;
    }

    private InvalidOperationException Restless() => new(
        $"No {TModel.Info.Name} with this {_facts.Name} could be found or inserted, {Attempts} times in a row: others insert and delete it all the time, " +
        "a policy hides it, or a trigger or rule suppresses the INSERT.");
}
