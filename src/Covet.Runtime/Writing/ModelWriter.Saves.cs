namespace Covet.Infrastructure;

/// <content>What a write does to the instance besides: its version, its times, its hooks, its caches.</content>
public abstract partial class ModelWriter<TModel>
{
    /// <summary>The version that an instance has; overridden where there is one, as are those that follow.</summary>
    protected internal virtual long GetVersion(TModel model) => throw Unversioned();

    /// <summary>Gives an instance a version.</summary>
    protected internal virtual void SetVersion(TModel model, long version) => throw Unversioned();

    /// <summary>Reads a version from a row.</summary>
    protected internal virtual long ReadVersion<TReader>(ref TReader row, int ordinal) where TReader : struct, IRowReader => throw Unversioned();

    /// <summary>Binds the version that an instance has; nothing where there is none.</summary>
    protected internal virtual void BindVersion(ParameterBinder binder, TModel model)
    {
    }

    /// <summary>Puts into an instance when it is written, and, if it is new, the first version; overridden where it has any of these.</summary>
    /// <param name="model">The instance.</param>
    /// <param name="now">When that is.</param>
    /// <param name="isNew">Whether it is inserted.</param>
    protected internal virtual void Stamp(TModel model, DateTimeOffset now, bool isNew)
    {
    }

    /// <summary>Gives an instance the version of another one, and when that was inserted; overridden where it has any of these.</summary>
    protected internal virtual void TakeStamps(TModel model, TModel row)
    {
    }

    /// <summary>Calls the instance's hook before it is saved; overridden unless the model has another member of this name, as are those that follow.</summary>
    protected internal virtual void OnSaving(TModel model, SaveKind kind)
    {
    }

    /// <summary>Calls the instance's hook after it was saved.</summary>
    protected internal virtual void OnSaved(TModel model, SaveKind kind)
    {
    }

    /// <summary>Calls the instance's hook before it is deleted.</summary>
    protected virtual void OnDeleting(TModel model)
    {
    }

    /// <summary>Calls the instance's hook after it was deleted.</summary>
    protected virtual void OnDeleted(TModel model)
    {
    }

    /// <summary>Drops the caches that go by the key of an instance that is deleted, and those of others in memory that hold it; overridden where there are relations.</summary>
    protected virtual void ForgetDeleted(TModel model)
    {
    }

    /// <summary>Takes over what must be known before an insert, or before a write that may become one.</summary>
    /// <exception cref="InvalidOperationException">A related instance was never saved, or a required relation never set.</exception>
    internal void PrepareNew(Database database, TModel model)
    {
        Prepare(model);
        DemandReferences(model);
        StampNew(database, model);
    }

    /// <summary>The same for a row that stands for a link, whose two sides the statement names.</summary>
    internal void PrepareLink(Database database, TModel link)
    {
        Prepare(link);
        StampNew(database, link);
    }

    private void StampNew(Database database, TModel model)
    {
        if (TModel.Info.HasStamps)
            Stamp(model, database.Now, isNew: true);
    }
}
