using Zoo;

namespace Covet.Specification;

/// <summary>Upsert, get-or-create and update-or-create through the rows that point to an instance; tests name the lines of the specification.</summary>
/// <param name="fixture">The database.</param>
public abstract class SetUpsertSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    [SkippableFact]
    public async Task Line_30_an_upsert_through_a_set_sets_the_foreign_key_first_and_drops_the_caches()
    {
        var (first, _) = await TwoVolumesAsync();
        Assert.Empty(await first.Chapters.AllAsync());
        var chapter = new Chapter { Position = 1, Title = "One" };
        await AssertCostAsync(1, 1, () => first.Chapters.UpsertAsync(chapter, conflict: c => c.VolumeIdAndPosition));
        Assert.False(first.Chapters.IsLoaded);
        Assert.Same(first, chapter.Volume);
        Assert.Equal(first.Id, chapter.VolumeId);
        var again = new Chapter { Position = 1, Title = "Uno" };
        await first.Chapters.UpsertAsync(again, c => c.VolumeIdAndPosition);
        Assert.Equal(chapter.Id, again.Id);
        Assert.Equal(["Uno"], (await first.Chapters.AllAsync()).Select(c => c.Title));
    }

    [SkippableFact]
    public async Task Line_30_an_upsert_by_something_else_moves_the_row_here_from_where_it_was()
    {
        var (first, second) = await TwoVolumesAsync();
        var chapter = await first.Chapters.CreateAsync(new Chapter { Position = 1, Anchor = "a" });
        await first.Chapters.AllAsync();
        await second.Chapters.AllAsync();
        await AssertCostAsync(1, 1, () => second.Chapters.UpsertAsync(chapter, c => c.Anchor));
        Assert.False(first.Chapters.IsLoaded);
        Assert.False(second.Chapters.IsLoaded);
        Assert.Same(second, chapter.Volume);
        Assert.Empty(await first.Chapters.AllAsync());
        Assert.Single(await second.Chapters.AllAsync());
        var (model, created) = await first.Chapters.UpdateOrCreateAsync(new Chapter { Position = 7, Anchor = "a" }, c => c.Anchor);
        Assert.Equal((chapter.Id, first.Id, false), (model.Id, model.VolumeId, created));
        Assert.True((await first.Chapters.UpdateOrCreateAsync(new Chapter { Position = 8, Anchor = "b" }, c => c.Anchor)).Created);
        Assert.Equal([7, 8], (await first.Chapters.Query.OrderBy(c => c.Position).ToListAsync()).Select(c => c.Position));
    }

    [SkippableFact]
    public async Task Line_30_get_or_create_through_a_set_inserts_there_or_reads_what_is_there()
    {
        var (first, second) = await TwoVolumesAsync();
        await first.Chapters.AllAsync();
        var given = new Chapter { Position = 1, Title = "One", Volume = second };
        await second.Chapters.AllAsync();
        (Chapter Model, bool Created) result = (null!, false);
        await AssertCostAsync(2, 2, async () => result = await first.Chapters.GetOrCreateAsync(given, c => c.VolumeIdAndPosition));
        Assert.Same(given, result.Model);
        Assert.True(result.Created);
        Assert.Same(first, given.Volume);
        Assert.False(first.Chapters.IsLoaded);
        Assert.False(second.Chapters.IsLoaded);

        await first.Chapters.AllAsync();
        var other = new Chapter { Position = 1, Title = "Other", Volume = second };
        await AssertCostAsync(1, 1, async () => result = await first.Chapters.GetOrCreateAsync(other, c => c.VolumeIdAndPosition));
        Assert.Equal((given.Id, "One", false), (result.Model.Id, result.Model.Title, result.Created));
        Assert.Same(first, result.Model.Volume);
        Assert.False(first.Chapters.IsLoaded);
        Assert.Equal((0, second.Id), (other.Id, other.VolumeId));
        Assert.Same(second, other.Volume);
    }

    [SkippableFact]
    public async Task Get_or_create_does_not_give_what_belongs_to_another()
    {
        var (first, second) = await TwoVolumesAsync();
        await first.Chapters.CreateAsync(new Chapter { Position = 1, Anchor = "a" });
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => second.Chapters.GetOrCreateAsync(new Chapter { Anchor = "a" }, c => c.Anchor));
        Assert.Contains("isn't among the Chapters of this Volume", exception.Message, StringComparison.Ordinal);
        Assert.Contains("UpsertAsync", exception.Message, StringComparison.Ordinal);
        Assert.Single(await first.Chapters.AllAsync());
    }

    [SkippableFact]
    public async Task Line_30_a_write_that_fails_drops_the_caches_and_leaves_the_instance_as_it_was()
    {
        var (first, second) = await TwoVolumesAsync();
        await first.Chapters.CreateAsync(new Chapter { Position = 1, Anchor = "a" });
        await second.Chapters.CreateAsync(new Chapter { Position = 1, Anchor = "b" });
        await first.Chapters.AllAsync();
        await second.Chapters.AllAsync();
        var chapter = new Chapter { Position = 1, Anchor = "b", Volume = second };
        await Assert.ThrowsAnyAsync<Exception>(() => first.Chapters.UpsertAsync(chapter, c => c.Anchor));
        Assert.False(first.Chapters.IsLoaded);
        Assert.False(second.Chapters.IsLoaded);
        Assert.Equal((0, second.Id), (chapter.Id, chapter.VolumeId));
        Assert.Equal(1, await second.Chapters.CountAsync());

        await first.Chapters.AllAsync();
        using var log = Db.Record();
        chapter.Anchor = null;
        await Assert.ThrowsAsync<InvalidOperationException>(() => first.Chapters.UpsertAsync(chapter, c => c.Anchor));
        await Assert.ThrowsAsync<InvalidOperationException>(() => first.Chapters.UpsertAsync(chapter, c => c.Id));
        await Assert.ThrowsAsync<ArgumentNullException>(() => first.Chapters.GetOrCreateAsync<ChapterConflicts>(null!, c => c.Anchor));
        Assert.Empty(log.Statements);
        Assert.True(first.Chapters.IsLoaded);
        Assert.Equal(second.Id, chapter.VolumeId);
    }

    [SkippableFact]
    public async Task Line_29_a_set_of_an_instance_that_was_never_saved_throws()
    {
        foreach (var exception in new[]
        {
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await new Volume().Chapters.UpsertAsync(new Chapter(), c => c.VolumeIdAndPosition)),
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await new Volume().Chapters.GetOrCreateAsync(new Chapter(), c => c.VolumeIdAndPosition)),
        })
            Assert.Contains("Volume", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await new Student().Courses.GetOrCreateAsync(new Course { Id = 1 }, c => c.Id));
    }

    [SkippableFact]
    public async Task A_nullable_foreign_key_to_its_own_model_and_a_Guid_key()
    {
        var (first, _) = await TwoVolumesAsync();
        var sequel = new Volume { Isbn = new Isbn("3"), Title = "Third" };
        Assert.True((await first.Sequels.GetOrCreateAsync(sequel, v => v.Isbn)).Created);
        Assert.Equal(first.Id, sequel.PrequelId);
        var other = new Volume { Isbn = new Isbn("3") };
        Assert.Equal(sequel.Id, (await first.Sequels.GetOrCreateAsync(other, v => v.Isbn)).Model.Id);
        Assert.Equal((Guid.Empty, (Guid?)null), (other.Id, other.PrequelId));
        var loose = new Volume { Isbn = new Isbn("2"), Series = "s", Number = 2 };
        await Assert.ThrowsAsync<InvalidOperationException>(() => first.Sequels.GetOrCreateAsync(loose, v => v.Isbn));
        await first.Sequels.UpsertAsync(loose, v => v.Isbn);
        Assert.Equal(2, await first.Sequels.CountAsync());
    }

    [SkippableFact]
    public async Task A_link_through_a_model_is_filled_when_it_is_new()
    {
        var student = new Student { Name = "Ann" };
        await Db.Students.InsertAsync(student);
        var (course, created) = await student.Courses.GetOrCreateAsync(new Course { Id = 5, Title = "C#" }, c => c.Id, link => link.Grade = 1);
        Assert.True(created);
        (_, created) = await student.Courses.GetOrCreateAsync(new Course { Id = 5 }, c => c.Id, link => link.Grade = 2);
        Assert.False(created);
        await student.Courses.UpsertAsync(new Course { Id = 5, Title = "C# 14" }, c => c.Id, link => link.Grade = 3);
        await student.Courses.UpdateOrCreateAsync(new Course { Id = 6, Title = "SQL" }, c => c.Id, link => link.Grade = 4);
        Assert.Equal([(5, 1), (6, 4)], await Db.Enrolments.OrderBy(e => e.CourseId).Select(e => (e.CourseId, e.Grade.Cast<int>())).ToListAsync());
        Assert.Equal("C# 14", (await Db.Courses.FindAsync(course.Id))!.Title);
    }

    private async Task<(Volume First, Volume Second)> TwoVolumesAsync()
    {
        Volume[] volumes = [new() { Isbn = new Isbn("1"), Series = "s", Number = 1, Title = "First" }, new() { Isbn = new Isbn("2"), Series = "s", Number = 2, Title = "Second" }];
        await Db.Volumes.InsertManyAsync(volumes);
        return (volumes[0], volumes[1]);
    }
}
