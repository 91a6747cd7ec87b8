namespace Covet.Infrastructure;

/// <summary>Instances that are about to be written, and what they were before: unless that is kept, the keys that Covet made are taken back.</summary>
internal sealed class PreparedModels<TModel>(ModelWriter<TModel> writer, ConflictFacts<TModel> facts) : IDisposable where TModel : class, IModel<TModel>
{
    private readonly List<TModel> _keyless = [];
    private bool _isKept;

    /// <summary>Prepares an instance for its insert.</summary>
    /// <exception cref="InvalidOperationException">No row can be the same as it.</exception>
    public void Add(TModel model)
    {
        bool hadKey = model.HasKey;
        if (facts.IsKey && !hadKey)
        {
            throw new InvalidOperationException(
                $"This {TModel.Info.Name} has no key yet, so no row can have the same {facts.Name}: insert it with InsertAsync, or name something else that is unique.");
        }
        if (!hadKey)
            _keyless.Add(model);
        writer.Prepare(model);
        if (facts.Missing?.Invoke(model) is { } missing)
        {
            throw new InvalidOperationException(
                $"{TModel.Info.Name}.{missing} is null, and no row can have the same {facts.Name} then, since NULL equals nothing: give it a value, or insert it with InsertAsync.");
        }
    }

    /// <summary>The write succeeded.</summary>
    public void Keep() => _isKept = true;

    /// <summary>Takes back what was made for a write that failed or found a row.</summary>
    public void Dispose()
    {
        if (!_isKept)
            _keyless.ForEach(writer.ClearKey);
    }
}
