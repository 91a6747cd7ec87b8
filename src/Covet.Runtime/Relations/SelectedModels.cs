namespace Covet.Infrastructure;

/// <summary>The source of whole models among what a query selects: they become siblings when the result has ended.</summary>
internal sealed class SelectedModels(Database database, FetchMode mode) : ModelSource(database, mode)
{
    private readonly List<Group> _groups = [];

    internal override void Take<TModel>(TModel model)
    {
        foreach (var group in _groups)
        {
            if (group is Group<TModel> own)
            {
                own.Models.Add(model);
                return;
            }
        }
        var added = new Group<TModel>();
        added.Models.Add(model);
        _groups.Add(added);
    }

    internal override void End()
    {
        foreach (var group in _groups)
            group.Adopt(Database, Mode);
    }

    private abstract class Group
    {
        public abstract void Adopt(Database database, FetchMode mode);
    }

    private sealed class Group<TModel> : Group where TModel : class, IModel<TModel>
    {
        public List<TModel> Models { get; } = [];

        public override void Adopt(Database database, FetchMode mode) => Siblings<TModel>.Adopt(database, mode, Models);
    }
}
