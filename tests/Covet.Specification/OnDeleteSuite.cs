using Zoo;

namespace Covet.Specification;

/// <summary>What a delete does in the database, and to what is in memory.</summary>
/// <param name="fixture">The database.</param>
public abstract class OnDeleteSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    [SkippableFact]
    public async Task Each_foreign_key_does_what_it_says()
    {
        var (home, other) = await KennelsAsync();
        Dog[] dogs =
        [
            new() { Name = "owned", Home = home, Owner = other }, new() { Name = "walked", Home = home, Walker = other }, new() { Name = "housed", Home = other },
            new() { Name = "fed", Home = home, Feeder = other }, new() { Name = "guard", Home = home, Guarded = other },
        ];
        await Db.Dogs.InsertManyAsync(dogs);
        using var log = Db.Record();
        await Db.Kennels.DeleteAsync(other);
        Assert.Equal("DELETE FROM \"kennels\" WHERE \"id\" = @id", Assert.Single(log.Statements).Text);
        Assert.Equal(["fed", "guard", "housed", "walked"], (await Db.Dogs.ToListAsync()).Select(d => d.Name).Order());
        await Assert.ThrowsAsync<RowNotFoundException>(() => dogs[0].ReloadAsync());
        foreach (var dog in dogs[1..])
        {
            await dog.ReloadAsync();
            Assert.Equal((home.Id, null, null, null), (dog.HomeId, dog.WalkerId, dog.FeederId, dog.GuardedId));
        }
    }

    [SkippableFact]
    public async Task Restrict_and_no_action_refuse()
    {
        var (home, other) = await KennelsAsync();
        var dog = new Dog { Name = "treated", Home = home, Vet = other };
        await Db.Dogs.InsertAsync(dog);
        await Assert.ThrowsAsync<ForeignKeyViolationException>(() => Db.Kennels.DeleteAsync(other));
        dog.Vet = null;
        dog.Trainer = other;
        await Db.Dogs.UpdateAsync(dog);
        await Assert.ThrowsAsync<ForeignKeyViolationException>(() => Db.Kennels.DeleteAsync(other));
        Assert.NotNull(((IModel)other).Source);
        Assert.Equal(2, await Db.Kennels.CountAsync());
        dog.Trainer = null;
        await Db.Dogs.UpdateAsync(dog);
        await Db.Kennels.DeleteAsync(other);
    }

    [SkippableFact]
    public async Task The_row_of_the_default_has_to_be_there()
    {
        var (home, other) = await KennelsAsync();
        await Db.Dogs.InsertAsync(new Dog { Name = "housed", Home = other });
        await Db.Kennels.DeleteAsync(home);
        await Assert.ThrowsAsync<ForeignKeyViolationException>(() => Db.Kennels.DeleteAsync(other));
        Assert.Equal(other.Id, await Db.Dogs.Select(d => d.HomeId).SingleAsync());
    }

    [SkippableFact]
    public async Task Defaults_are_keys_of_every_kind()
    {
        await Db.Countries.InsertManyAsync([new Country { Code = "'x" }, new Country { Code = "FR" }]);
        var root = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
        var other = new GuidRoot { Name = "other" };
        await Db.GuidRoots.InsertManyAsync([new GuidRoot { Id = root, Name = "default" }, other]);
        await Db.Collars.InsertAsync(new Collar { MadeId = "FR", Root = other });
        await Db.Countries.Where(c => c.Code == "FR").DeleteAsync();
        await Db.GuidRoots.DeleteAsync(other);
        var collar = await Db.Collars.Include(c => c.Made, c => c.Root).SingleAsync();
        Assert.Equal(("'x", root, "default"), (collar.MadeId, collar.RootId, collar.Root.Name));
    }

    [SkippableFact]
    public async Task A_deleted_instance_forgets_what_goes_by_its_key()
    {
        var (home, other) = await KennelsAsync();
        await Db.Dogs.InsertManyAsync([new Dog { Name = "walked", Home = home, Walker = other }, new Dog { Name = "guard", Home = home, Guarded = other }]);
        var kennel = await Db.Kennels.Where(k => k.Id == other.Id).Prefetch(k => k.Walked, k => k.Guard).SingleAsync();
        var (walked, guard) = (kennel.Walked.All()[0], kennel.Guard!);
        Assert.Same(kennel, walked.Walker);
        await Db.Kennels.DeleteAsync(kennel);
        Assert.False(kennel.Walked.IsLoaded);
        Assert.Throws<RelationNotLoadedException>(() => kennel.Guard);
        Assert.Throws<RelationNotLoadedException>(() => walked.Walker);
        Assert.Throws<RelationNotLoadedException>(() => guard.Guarded);
        Assert.Null(await walked.LoadWalkerAsync());
        Assert.Null(((IModel)kennel).Source);
        foreach (var touch in new Func<Task>[]
        {
            () => kennel.Walked.AllAsync().AsTask(), () => kennel.Walked.Query.ToListAsync(), () => kennel.Walked.AddAsync(walked), () => kennel.LoadGuardAsync().AsTask(), () => kennel.ReloadAsync(),
        })
        {
            var exception = await Assert.ThrowsAsync<InvalidOperationException>(touch);
            Assert.Contains("was deleted", exception.Message, StringComparison.Ordinal);
        }
        Assert.Contains("was deleted", Assert.Throws<InvalidOperationException>(() => kennel.Walked.All()).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Those_who_hold_a_deleted_instance_forget_it()
    {
        var (home, other) = await KennelsAsync();
        await Db.Dogs.InsertManyAsync([new Dog { Name = "a", Home = home, Walker = other, Guarded = other }, new Dog { Name = "b", Home = home, Walker = other }]);
        var kennel = await Db.Kennels.Where(k => k.Id == other.Id).Prefetch(k => k.Walked, k => k.Guard, k => k.Housed).SingleAsync();
        var dog = kennel.Walked.All().Single(d => d.Name == "a");
        await dog.LoadGuardedAsync();
        dog.Guarded = kennel;
        await AssertCostAsync(1, 1, () => Db.Dogs.DeleteAsync(dog));
        Assert.False(kennel.Walked.IsLoaded);
        Assert.True(kennel.Housed.IsLoaded);
        Assert.Throws<RelationNotLoadedException>(() => kennel.Guard);
        Assert.Equal("b", Assert.Single(await kennel.Walked.AllAsync()).Name);
        Assert.Null(await kennel.LoadGuardAsync());
    }

    [SkippableFact]
    public async Task Links_of_a_deleted_instance_are_forgotten_on_both_sides()
    {
        var (ann, bob) = (new Student { Name = "Ann" }, new Student { Name = "Bob" });
        var course = new Course { Title = "C" };
        await Db.Students.InsertManyAsync([ann, bob]);
        await Db.Courses.InsertAsync(course);
        await course.Students.AddAsync(ann, bob);
        ann = await Db.Students.Where(s => s.Name == "Ann").Prefetch(s => s.Courses.Prefetch(c => c.Students, c => c.Enrolments), s => s.Enrolments).SingleAsync();
        var there = ann.Courses.All()[0];
        var enrolment = ann.Enrolments.All()[0];
        enrolment.Course = there;
        Assert.True(there.Students.IsLoaded);
        await Db.Enrolments.DeleteAsync(enrolment);
        Assert.False(ann.Courses.IsLoaded);
        Assert.False(ann.Enrolments.IsLoaded);
        Assert.False(there.Students.IsLoaded);
        Assert.False(there.Enrolments.IsLoaded);

        await there.Students.AllAsync();
        var left = there.Students.All()[0];
        await left.Courses.AllAsync();
        await Db.Enrolments.All().DeleteAsync();
        await Db.Students.DeleteAsync(left);
        Assert.False(left.Courses.IsLoaded);
        Assert.True(there.Students.IsLoaded);
        await there.Students.AllAsync();
    }

    [SkippableFact]
    public async Task Caches_go_also_when_the_delete_fails_or_is_rolled_back()
    {
        var (home, other) = await KennelsAsync();
        await Db.Dogs.InsertAsync(new Dog { Name = "a", Home = home, Vet = other, Walker = other });
        var kennel = await Db.Kennels.Where(k => k.Id == other.Id).Prefetch(k => k.Walked, k => k.Treated).SingleAsync();
        await Assert.ThrowsAsync<ForeignKeyViolationException>(() => Db.Kennels.DeleteAsync(kennel));
        Assert.Equal((false, false), (kennel.Walked.IsLoaded, kennel.Treated.IsLoaded));
        Assert.Single(await kennel.Walked.AllAsync());
        var dog = (await kennel.Walked.AllAsync())[0];
        await Assert.ThrowsAsync<FormatException>(() => Db.TransactionAsync(async tx =>
        {
            await tx.Dogs.DeleteAsync(dog);
            Assert.False(kennel.Walked.IsLoaded);
            throw new FormatException();
        }));
        Assert.False(kennel.Walked.IsLoaded);
        Assert.NotNull(((IModel)dog).Source);
        Assert.Single(await kennel.Walked.AllAsync());
    }

    private async Task<(Kennel Home, Kennel Other)> KennelsAsync()
    {
        var (home, other) = (new Kennel { Id = 1, Name = "Home" }, new Kennel { Id = 2, Name = "Other" });
        await Db.Kennels.InsertManyAsync([home, other]);
        return (home, other);
    }
}
