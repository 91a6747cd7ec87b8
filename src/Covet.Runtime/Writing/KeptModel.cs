namespace Covet.Infrastructure;

/// <summary>What an instance is before a write: its source, its key, and the other values that a write changes.</summary>
/// <typeparam name="TModel">The model.</typeparam>
internal readonly struct KeptModel<TModel> where TModel : class, IModel<TModel>
{
    private readonly TModel _model;
    private readonly ModelSource? _source;
    private readonly TModel? _withoutKey;
    private readonly Action? _values;

    /// <summary>Keeps what the instance is now.</summary>
    /// <param name="model">The instance.</param>
    /// <param name="withoutKey">Another one that has no key either, where one is like the other.</param>
    public KeptModel(TModel model, TModel? withoutKey = null)
    {
        (_model, _source, _values) = (model, model.Source, TModel.Writer.Keep(model));
        if (model.HasKey)
            return;
        _withoutKey = withoutKey ?? TModel.Create();
        if (withoutKey is null)
            TModel.Writer.TakeKey(_withoutKey, model);
    }

    /// <summary>Makes the instance that again. What its relations hold in memory is dropped where it had no key.</summary>
    public void Restore()
    {
        if (_withoutKey is not null)
            TModel.Writer.TakeKey(_model, _withoutKey);
        _values?.Invoke();
        _model.Source = _source;
    }

    /// <summary>What makes an instance again what it is now, when the write fails that fills it in, or its transaction is rolled back; null where neither can be.</summary>
    public static Action? UndoIn(Database database, TModel model)
        => IsKept(database) ? new KeptModel<TModel>(model).Restore
            : TModel.Writer.MakesKeys || model.HasKey ? null
            : () => TModel.Writer.ClearKey(model);

    /// <summary>What makes instances again what they are now, when the write fails that fills them in, or its transaction is rolled back; null where neither can be.</summary>
    public static Action? UndoIn(Database database, IReadOnlyList<TModel> models)
    {
        if (!IsKept(database))
        {
            if (TModel.Writer.MakesKeys)
                return null;
            TModel[] keyless = [.. models.Where(static model => !model.HasKey)];
            return () => Array.ForEach(keyless, static model => TModel.Writer.ClearKey(model));
        }
        var kept = new KeptModel<TModel>[models.Count];
        TModel? withoutKey = null;
        for (int i = 0; i < kept.Length; i++)
        {
            kept[i] = new KeptModel<TModel>(models[i], withoutKey);
            // A key that the database makes is missing in one way only.
            if (TModel.Writer.MakesKeys)
                withoutKey ??= kept[i]._withoutKey;
        }
        return () => Array.ForEach(kept, static model => model.Restore());
    }

    private static bool IsKept(Database database) => database.Session.Transaction is not null || TModel.Info.HasStamps;
}
