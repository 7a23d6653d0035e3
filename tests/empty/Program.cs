// What every .NET program costs: the benchmark's unit.
return 0;
