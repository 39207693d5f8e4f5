def evaluate(program, names):
    match program:
        case int():
            return program
        case str():
            return names[program]
