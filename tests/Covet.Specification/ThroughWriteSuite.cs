using Zoo;

namespace Covet.Specification;

/// <summary>Writes of links through a model of the user's own; tests name the lines of the specification.</summary>
/// <param name="fixture">The database.</param>
public abstract class ThroughWriteSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    private readonly Student _ann = new() { Name = "Ann" };
    private readonly Course[] _courses = [new() { Title = "SQL" }, new() { Title = "C#" }, new() { Title = "Art" }];

    protected override async Task FillAsync()
    {
        await base.FillAsync();
        await Db.Students.InsertAsync(_ann);
        await Db.Courses.InsertManyAsync(_courses);
    }

    [SkippableFact]
    public async Task Line_34_extra_columns_apply_to_new_rows_alone()
    {
        using (var log = Db.Record())
        {
            await _ann.Courses.AddAsync(_courses[0], link => link.Grade = 1);
            Assert.Equal(
                IsSqlite
                    ? """INSERT INTO "enrolments" ("student_id", "course_id", "grade") SELECT p.*, c.*, @v0 FROM (SELECT value FROM json_each(@keys)) AS p, (SELECT value FROM json_each(@children)) AS c WHERE true ON CONFLICT DO NOTHING"""
                    : """INSERT INTO "enrolments" ("student_id", "course_id", "grade") SELECT p.*, c.*, @v0 FROM unnest(@keys) AS p, unnest(@children) AS c WHERE true ON CONFLICT DO NOTHING""",
                Assert.Single(log.Statements).Text);
        }
        await AssertCostAsync(1, 1, () => _ann.Courses.AddAsync(_courses, link => link.Grade = 2));
        Assert.Equal([1, 2, 2], await GradesAsync());
        await AssertCostAsync(1, 1, () => _ann.Courses.AddAsync(_courses[1], link => link.Grade = 3));
        await AssertCostAsync(1, 1, () => _ann.Courses.AddAsync(_courses));
        Assert.Equal([1, 2, 2], await GradesAsync());
    }

    [SkippableFact]
    public async Task Line_34_keys_take_extra_columns_too()
    {
        await AssertCostAsync(1, 1, () => _ann.Courses.AddAsync(_courses[0].Id, link => link.Grade = 1));
        await AssertCostAsync(1, 1, () => _ann.Courses.AddAsync([_courses[1].Id, _courses[2].Id], link => link.Grade = 2));
        Assert.Equal([1, 2, 2], await GradesAsync());
        await AssertCostAsync(2, 2, () => _ann.Courses.SetAsync([_courses[0].Id], link => link.Grade = 9));
        Assert.Equal([1], await GradesAsync());
        await AssertCostAsync(1, 1, () => _courses[1].Students.AddAsync(_ann.Id, link => link.Grade = 5));
        Assert.Equal([1, 5], await GradesAsync());
    }

    [SkippableFact]
    public async Task Line_34_each_child_can_have_extra_columns_of_its_own()
    {
        await AssertCostAsync(3, 1, () => _ann.Courses.AddAsync(_courses, (course, link) => link.Grade = course.Title.Length));
        Assert.Equal([3, 2, 3], await GradesAsync());
        await AssertCostAsync(1, 1, () => _ann.Courses.AddAsync([_courses[0]], (course, link) => link.Grade = 9));
        Assert.Equal([3, 2, 3], await GradesAsync());
        await AssertCostAsync(0, 0, () => _ann.Courses.AddAsync([], (course, link) => link.Grade = 9));
    }

    [SkippableFact]
    public async Task Line_35_Create_inserts_the_row_and_a_link_with_extra_columns()
    {
        Course? course = null;
        await AssertCostAsync(2, 2, async () => course = await _ann.Courses.CreateAsync(new Course { Title = "New" }, link => link.Grade = link.Course.Id > 0 ? 4 : 0));
        Assert.Equal([4], await GradesAsync());
        Assert.Equal(["New"], (await _ann.Courses.AllAsync()).Select(c => c.Title));
        var failing = new Course { Title = "Failing" };
        await Assert.ThrowsAsync<FormatException>(() => _ann.Courses.CreateAsync(failing, link => throw new FormatException()));
        Assert.Equal(0, failing.Id);
        Assert.Equal(4, await Db.Courses.CountAsync());
    }

    [SkippableFact]
    public async Task Line_35_surviving_rows_keep_their_payload()
    {
        await _ann.Courses.AddAsync([_courses[0], _courses[1]], link => link.Grade = 1);
        await AssertCostAsync(3, 3, () => _ann.Courses.SetAsync([_courses[1], _courses[2]], link => link.Grade = 2));
        Assert.Equal([1, 2], await GradesAsync());
        await AssertCostAsync(2, 2, () => _ann.Courses.SetAsync(_courses));
        Assert.Equal([null, 1, 2], await GradesAsync());
        await _ann.Courses.RemoveAsync(_courses[1]);
        await _ann.Courses.RemoveAsync(_courses[0].Id);
        Assert.Equal([2], await GradesAsync());
        await _ann.Courses.ClearAsync();
        Assert.Empty(await GradesAsync());
    }

    [SkippableFact]
    public async Task Line_30_the_sets_of_links_are_dropped_too()
    {
        var ann = await Db.Students.Prefetch(s => s.Courses, s => s.Enrolments).SingleAsync();
        var course = await Db.Courses.OrderBy(c => c.Id).Prefetch(c => c.Students, c => c.Enrolments).FirstAsync();
        await ann.Courses.AddAsync(course, link => link.Grade = 1);
        Assert.Equal((false, false), (ann.Courses.IsLoaded, ann.Enrolments.IsLoaded));
        Assert.Equal((false, false), (course.Students.IsLoaded, course.Enrolments.IsLoaded));
        Assert.Equal([1], (await ann.Enrolments.AllAsync()).Select(e => e.Grade));
        await AssertCostAsync(0, 0, async () =>
        {
            await Assert.ThrowsAsync<ArgumentNullException>(() => ann.Courses.AddAsync(course, (Action<Enrolment>)null!));
            await Assert.ThrowsAsync<FormatException>(() => ann.Courses.AddAsync(course, link => throw new FormatException()));
        });
        Assert.True(ann.Enrolments.IsLoaded);
    }

    [SkippableFact]
    public async Task Line_30_writes_through_the_sets_of_links_drop_the_relations_that_go_through_them()
    {
        await _ann.Courses.AddAsync(_courses[0]);
        await AssertForgottenAsync((ann, course) => ann.Enrolments.CreateAsync(new Enrolment { Course = course }), ["SQL", "C#"]);
        await AssertForgottenAsync((ann, course) => ann.Enrolments.AddAsync(new Enrolment { Course = course }), ["SQL", "C#"]);
        await AssertForgottenAsync((ann, course) => ann.Enrolments.SetAsync(new Enrolment { Course = course }), ["SQL", "C#"]);
        await AssertForgottenAsync((ann, course) => course.Enrolments.AddAsync(new Enrolment { Student = ann }), ["SQL", "C#"]);
        await AssertForgottenAsync((ann, course) => ann.Enrolments.UpsertAsync(new Enrolment { Course = course }, e => e.StudentIdAndCourseId), ["SQL", "C#"]);
        await AssertForgottenAsync((ann, course) => course.Enrolments.GetOrCreateAsync(new Enrolment { Student = ann }, e => e.StudentIdAndCourseId), ["SQL", "C#"]);
    }

    [SkippableFact]
    public async Task Line_30_links_that_move_drop_the_relations_of_where_they_were()
    {
        var (mix, songs) = await MixAsync();
        await mix.Songs.AddAsync(songs[0], songs[1]);
        var other = new Mix();
        await Db.Mixes.InsertAsync(other);
        var mixes = await Db.Mixes.OrderBy(m => m.Id).Prefetch(m => m.Songs.Prefetch(s => s.Mixes), m => m.MixSongs.Prefetch(l => l.Song.Prefetch(s => s.Mixes))).ToListAsync();
        var link = mixes[0].MixSongs.All()[0];
        Assert.True(link.Song.Mixes.IsLoaded);
        await mixes[1].MixSongs.AddAsync(link);
        Assert.Equal((false, false, false), (mixes[0].Songs.IsLoaded, mixes[1].Songs.IsLoaded, link.Song.Mixes.IsLoaded));
        Assert.Equal(["B"], (await mixes[0].Songs.AllAsync()).Select(s => s.Name));
        Assert.Equal(["A"], (await mixes[1].Songs.AllAsync()).Select(s => s.Name));
        Assert.Same(mixes[1], link.Mix);
    }

    [SkippableFact]
    public async Task Links_hold_what_their_class_gives_and_duplicates_are_ignored_without_a_unique_index()
    {
        var (mix, songs) = await MixAsync();
        await AssertCostAsync(1, 1, () => mix.Songs.AddAsync(songs[0], songs[0]));
        await AssertCostAsync(1, 1, () => mix.Songs.AddAsync(songs, link => link.Note = "second"));
        Assert.Equal(["none", "second", "second"], (await Db.MixSongs.OrderBy(l => l.SongId).ToListAsync()).Select(l => l.Note));
        await mix.Songs.AddAsync(songs, (song, link) => link.Note = "third");
        Assert.Equal(3, await Db.MixSongs.CountAsync());
        await AssertCostAsync(2, 2, () => mix.Songs.SetAsync(songs[1]));
        Assert.Equal("second", (await Db.MixSongs.SingleAsync()).Note);
    }

    [SkippableFact]
    public async Task Links_with_a_key_of_their_own_get_one_each_and_collide_only_in_the_pair_unseen()
    {
        var (mix, songs) = await MixAsync();
        await Db.Countries.InsertAsync(new Country { Code = "at", Name = "Austria" });
        var austria = (await Db.Countries.SingleAsync());
        await AssertCostAsync(3, 1, () => mix.Labelled.AddAsync(songs, link => link.Origin = austria));
        var links = await Db.MixLabels.ToListAsync();
        Assert.Equal(3, links.Select(l => l.Id).Distinct().Count());
        Assert.All(links, link => Assert.Equal("at", link.OriginId));
        await mix.Labelled.AddAsync(songs[0], link => link.Label = "again");
        Assert.DoesNotContain(await Db.MixLabels.ToListAsync(), link => link.Label == "again");
        await mix.Labelled.ClearAsync();
        await mix.Labelled.AddAsync(songs[0], link => link.Label = "taken");
        await Assert.ThrowsAnyAsync<Exception>(() => mix.Labelled.AddAsync(songs[1], link => link.Label = "taken"));
        var unsaved = await Assert.ThrowsAsync<InvalidOperationException>(() => mix.Labelled.AddAsync(songs[1], link => link.Origin = new Country { Code = null! }));
        Assert.Contains("MixLabel.Origin", unsaved.Message, StringComparison.Ordinal);
        Assert.Equal(1, await mix.Labelled.CountAsync());
    }

    [SkippableFact]
    public async Task Links_to_a_unique_column_take_instances_and_say_why_they_take_no_keys()
    {
        var (mix, _) = await MixAsync();
        City[] cities = [new() { Name = "Rome" }, new() { Name = "Graz" }];
        await Db.Cities.InsertManyAsync(cities);
        await AssertCostAsync(1, 1, () => mix.Cities.AddAsync(cities));
        Assert.Equal(["Rome", "Graz"], (await mix.Cities.AllAsync()).Select(c => c.Name));
        await mix.Cities.SetAsync(cities[1]);
        await cities[0].Mixes.AddAsync(mix.Id);
        await mix.Cities.RemoveAsync(cities[1]);
        Assert.Equal(["Rome"], (await mix.Cities.AllAsync()).Select(c => c.Name));
        await AssertCostAsync(0, 0, async () =>
        {
            var exception = await Assert.ThrowsAsync<NotSupportedException>(() => mix.Cities.AddAsync(1, 2));
            Assert.Contains("Mix.Cities", exception.Message, StringComparison.Ordinal);
        });
    }

    /// <summary>Asserts that a write that links a student and the second course leaves nothing in memory that it made wrong.</summary>
    private async Task AssertForgottenAsync(Func<Student, Course, Task> write, string[] titles)
    {
        await Db.Enrolments.Where(e => e.CourseId == _courses[1].Id).DeleteAsync();
        var ann = await Db.Students.Prefetch(s => s.Courses, s => s.Enrolments).SingleAsync();
        var course = await Db.Courses.Prefetch(c => c.Students, c => c.Enrolments).SingleAsync(c => c.Id == _courses[1].Id);
        await write(ann, course);
        Assert.Equal((false, false, false, false), (ann.Courses.IsLoaded, ann.Enrolments.IsLoaded, course.Students.IsLoaded, course.Enrolments.IsLoaded));
        Assert.Equal(titles, (await ann.Courses.AllAsync()).Select(c => c.Title));
        Assert.Equal(["Ann"], (await course.Students.AllAsync()).Select(s => s.Name));
    }

    private async Task<(Mix Mix, Song[] Songs)> MixAsync()
    {
        var (mix, songs) = (new Mix(), new[] { new Song { Name = "A" }, new Song { Name = "B" }, new Song { Name = "C" } });
        await Db.Mixes.InsertAsync(mix);
        await Db.Songs.InsertManyAsync(songs);
        return (mix, songs);
    }

    private async Task<IEnumerable<int?>> GradesAsync() => (await Db.Enrolments.OrderBy(e => e.CourseId).ToListAsync()).Select(e => e.Grade);
}
